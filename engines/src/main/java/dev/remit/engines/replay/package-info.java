/**
 * Computes again what evidence says, from the evidence and the signed documents alone: every ruling, every reading of a
 * clock, every rated line.
 */
package dev.remit.engines.replay;
