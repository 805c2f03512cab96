/** What a person has chosen of the mail that they get. */
package dev.remit.notifications.mailchoices;
