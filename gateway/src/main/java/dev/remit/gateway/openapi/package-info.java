/** The one API document, made of the services' own. */
package dev.remit.gateway.openapi;
