/** Agreements to begin with, which Remit brings along. */
package dev.remit.contracts.agreements.templates;
