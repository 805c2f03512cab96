/** One question, put to the scope check, the ruling, the estimate and the bill. */
package dev.remit.journeys.answers;
