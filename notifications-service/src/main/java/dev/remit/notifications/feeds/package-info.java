/** What is learned from the other services' feeds. */
package dev.remit.notifications.feeds;
