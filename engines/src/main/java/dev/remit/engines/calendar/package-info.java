/** Working time: when an agreement's hours are open, in real seconds of its own zone, and what a moment is priced as. */
package dev.remit.engines.calendar;
