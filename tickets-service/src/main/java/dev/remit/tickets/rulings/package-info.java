/** Scope rulings of work items, and the included volume that they use up. */
package dev.remit.tickets.rulings;
