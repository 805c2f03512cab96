/** Whom the gateway believes by which certificate. */
package dev.remit.gateway.tls;
