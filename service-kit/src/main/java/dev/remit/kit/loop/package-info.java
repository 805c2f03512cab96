/** Threads that take one step after the other. */
package dev.remit.kit.loop;
