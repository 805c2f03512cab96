/** The only way out of the suite: requests to addresses that strangers chose, which reach nothing inside. */
package dev.remit.notifications.outbound;
