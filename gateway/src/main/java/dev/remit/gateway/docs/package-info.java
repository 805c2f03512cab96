/** The API document of all services, and Swagger UI on it. */
package dev.remit.gateway.docs;
