/** Ids that grow with time. */
package dev.remit.kit.ids;
