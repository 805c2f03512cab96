/**
 * Everything that Remit needs on one machine, started and stopped from Java: a private MySQL, Keycloak with the realm,
 * the services and the gateway. Used by the make targets, by service tests (MySQL alone), journeys and benchmarks.
 */
package dev.remit.stack;
