/**
 * Work that falls due by itself, of any tenant. A {@link dev.remit.kit.sweep.Sweep} says what is due and does it;
 * {@link dev.remit.kit.sweep.Sweeps} gives tenants their turns, puts off what fails, and measures.
 */
package dev.remit.kit.sweep;
