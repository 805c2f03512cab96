/** The start of the gateway and its table of contents, its settings and its meters. */
package dev.remit.gateway;
