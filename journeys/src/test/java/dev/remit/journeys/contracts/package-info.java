/** Contracts of the demo world, taken from signing to their end. */
package dev.remit.journeys.contracts;
