/** What work would cost, without storing anything. */
package dev.remit.billing.simulations;
