/**
 * How many of a period's targets were met: readings of clocks in, figures out, and what an agreement's promise of so many
 * in a hundred comes to. Sums only, so that no order and no grouping makes a difference.
 */
package dev.remit.engines.compliance;
