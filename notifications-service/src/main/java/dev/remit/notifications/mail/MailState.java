package dev.remit.notifications.mail;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of a mail. */
@Schema(name = "MailState")
enum MailState {
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** It was not sent, since it would have been old news or nobody wants it. */
    DROPPED,
    /** It was refused for good, or every try for a day failed. */
    FAILED
}
