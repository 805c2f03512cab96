/** The accounts of the realm, as Keycloak's admin API has them. */
package dev.remit.contracts.keycloak;
