package dev.remit.notifications.mail;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.Optional;

/** By which server mail is sent, and how. */
@ConfigMapping(prefix = "remit.mail")
interface MailSending {
    /** Whether anything is sent by itself. */
    boolean send();

    /** The mail server; a name that is nowhere ({@code .invalid}) where there is none, and mail waits. */
    String host();

    /** The sender's address. */
    String from();

    /** The gateway's address, as browsers know it; mails have no links to it where nobody says. */
    Optional<String> publicUrl();

    /** How much one replica sends at once. */
    int atOnce();

    /** How long a mail server is waited for. */
    Duration longestCall();

    /** After how long a claim is another replica's, which then sends it again: longer than any call takes. */
    Duration claimedFor();

    /** For how long after it was due a mail is still sent. */
    Duration worthFor();

    /** How long the log of what was sent is kept. */
    Duration kept();
}
