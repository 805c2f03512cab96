/** Billable extras: time rated, capped, held or open, until a cut-off publishes it for good. */
package dev.remit.billing.extras;
