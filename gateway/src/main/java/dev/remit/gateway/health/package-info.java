/** Whether the gateway is alive, and ready. */
package dev.remit.gateway.health;
