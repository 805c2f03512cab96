/** Settings that have no default, and the message that names them. */
package dev.remit.kit.settings;
