/** A service that does not migrate checks what stands in its schema before it serves. */
package dev.remit.kit.schema;
