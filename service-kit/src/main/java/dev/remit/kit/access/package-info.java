/** The access record: who read what that matters, and who was refused what. */
package dev.remit.kit.access;
