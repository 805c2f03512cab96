/** What a mail says: one content in the reader's language, which becomes plain text and HTML. */
package dev.remit.notifications.letters;
