/** Swagger UI on the one API document. */
package dev.remit.gateway.docs;
