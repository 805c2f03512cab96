/** The terms of a version as a body of the API. */
package dev.remit.contracts.agreements.terms;
