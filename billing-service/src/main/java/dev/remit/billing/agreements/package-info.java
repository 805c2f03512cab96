/** Signed versions by hash, and which is in force when. */
package dev.remit.billing.agreements;
