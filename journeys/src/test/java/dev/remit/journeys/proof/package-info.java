/** What proves from outside that nothing was lost and nothing doubled. */
package dev.remit.journeys.proof;
