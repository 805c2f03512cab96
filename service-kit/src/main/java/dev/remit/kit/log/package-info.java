/** How a service's log is kept readable and bounded. */
package dev.remit.kit.log;
