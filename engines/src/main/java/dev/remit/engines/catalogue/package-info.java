/**
 * What is this work? The MSP's service catalogue says by which codes and words its items are recognised. That is nobody's
 * promise: it is versioned by hash and changes without a signature.
 */
package dev.remit.engines.catalogue;
