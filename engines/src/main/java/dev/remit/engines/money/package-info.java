/** Whole minor units of a currency, and the exact fractions between them. No floating point. */
package dev.remit.engines.money;
