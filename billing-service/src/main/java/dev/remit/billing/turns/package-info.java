/** What background work does for one tenant after the other. */
package dev.remit.billing.turns;
