/** Who did what, when, to which object, with its state before and after: written with every change, never changed. */
package dev.remit.kit.audit;
