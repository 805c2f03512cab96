/** Agreements and their versions: drafted, proposed, signed, published, ended. */
package dev.remit.contracts.agreements;
