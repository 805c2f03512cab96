/** Reads that take long, and how many of them a tenant has at once. */
package dev.remit.kit.longreads;
