/** A POST under a key happens once, however often it is sent. */
package dev.remit.kit.idempotency;
