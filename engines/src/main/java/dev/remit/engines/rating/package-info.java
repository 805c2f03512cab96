/**
 * What does it cost if it is not within our remit? Splits work by the band of its hours, rounds, prices, draws from
 * prepaid blocks and caps it, in whole minor units and exact fractions.
 */
package dev.remit.engines.rating;
