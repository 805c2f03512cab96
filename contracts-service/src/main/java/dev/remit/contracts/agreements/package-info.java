/** Agreements and their versions: drafted, proposed, signed, activated, superseded, ended. */
package dev.remit.contracts.agreements;
