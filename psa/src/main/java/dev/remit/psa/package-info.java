/** A platform's facts in our words. */
package dev.remit.psa;
