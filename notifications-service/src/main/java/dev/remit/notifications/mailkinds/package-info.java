/** What people are written to about, and who is unless an owner says otherwise. */
package dev.remit.notifications.mailkinds;
