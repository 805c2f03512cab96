/** What tests of this service have in common. */
package dev.remit.notifications.testing;
