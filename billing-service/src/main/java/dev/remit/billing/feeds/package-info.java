/** What billing learns from the contracts and tickets services. */
package dev.remit.billing.feeds;
