/**
 * What makes an answer provable: canonical JSON, SHA-256, a salted hash chain, and the versions and zone rules that an
 * answer was computed with.
 */
package dev.remit.engines.evidence;
