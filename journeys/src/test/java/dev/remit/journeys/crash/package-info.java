/** Kills every process at random moments while clients work, and proves that nothing was lost and nothing doubled. */
package dev.remit.journeys.crash;
