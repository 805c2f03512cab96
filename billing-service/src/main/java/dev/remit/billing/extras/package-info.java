/**
 * Billable extras, until a cut-off publishes them for good: reads the facts that the ledger computes lines from, keeps the
 * difference with its journal and its proof, and hands lines to finance.
 */
package dev.remit.billing.extras;
