/** The way of a request to its service and of the answer back, with limits on each. */
package dev.remit.gateway.proxy;
