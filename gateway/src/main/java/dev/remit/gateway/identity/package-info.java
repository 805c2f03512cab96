/** Whether a token is good: verified here, and asked of Keycloak beside that. */
package dev.remit.gateway.identity;
