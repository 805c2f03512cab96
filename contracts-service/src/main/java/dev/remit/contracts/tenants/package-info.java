/** The MSPs: made by an operator, each with its first owner's account. */
package dev.remit.contracts.tenants;
