/**
 * Why a ticket's clocks stand as they do: statements with a code and parameters for machines, and a sentence for people.
 * Equal facts give equal statements, in whatever order and however often they came.
 */
package dev.remit.engines.explanation;
