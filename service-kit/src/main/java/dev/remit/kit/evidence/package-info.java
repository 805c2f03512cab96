/** The chain of salted hashes from which an answer can be computed again. */
package dev.remit.kit.evidence;
