/** Floods the gateway as attackers and careless tenants do, and proves that the MSP next door notices nothing. */
package dev.remit.journeys.siege;
