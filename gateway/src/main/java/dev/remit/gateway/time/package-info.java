/** The one place of the gateway that reads the machine's time. */
package dev.remit.gateway.time;
