/** How JSON is read and written: strictly from callers, leniently from neighbours. */
package dev.remit.kit.json;
