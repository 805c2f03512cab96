/** Figures of the service that are promised, such as uptime: what was measured of them, held against what was agreed. */
package dev.remit.engines.delivery;
