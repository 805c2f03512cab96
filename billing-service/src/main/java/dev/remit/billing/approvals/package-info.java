/** Quotes: drafted for work that the contract charges, sent to a named approver, decided once. */
package dev.remit.billing.approvals;
