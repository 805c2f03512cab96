/** Facts from service to service: an outbox that becomes a numbered feed, and consumers that take it tenant by tenant. */
package dev.remit.kit.feed;
