/** Failures as RFC 9457 problems: one table of types, and each bad field by its name. */
package dev.remit.kit.problem;
