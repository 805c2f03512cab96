/** What one version's terms say otherwise than another's, in words. */
package dev.remit.contracts.agreements.compare;
