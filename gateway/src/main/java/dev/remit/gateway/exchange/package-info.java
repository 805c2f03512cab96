/** What the gateway knows of one request and its answer. */
package dev.remit.gateway.exchange;
