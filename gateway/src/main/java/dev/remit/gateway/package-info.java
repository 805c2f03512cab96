/** The table of contents of the gateway, its settings and its meters. */
package dev.remit.gateway;
