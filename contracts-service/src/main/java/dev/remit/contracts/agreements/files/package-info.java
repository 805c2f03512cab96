/** Scanned papers that belong to agreements, kept by their hash. */
package dev.remit.contracts.agreements.files;
