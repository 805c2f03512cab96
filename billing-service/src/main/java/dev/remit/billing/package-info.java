/** Quotes and approvals, billable extras, and what finance pulls. */
package dev.remit.billing;
