/** What finance gets: cut-offs, its feed, batches, and its acknowledgements. */
package dev.remit.billing.exports;
