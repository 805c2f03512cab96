/** What comes on a connection before it is a request. */
package dev.remit.gateway.wire;
