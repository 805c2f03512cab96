/** What the features of contracts-service share. */
package dev.remit.contracts;
