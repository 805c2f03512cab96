/** What the engines cost, measured on cases whose results are checked. */
package dev.remit.bench;
