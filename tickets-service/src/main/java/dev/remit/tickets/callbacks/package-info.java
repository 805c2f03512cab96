/** Signed callbacks of a platform. */
package dev.remit.tickets.callbacks;
