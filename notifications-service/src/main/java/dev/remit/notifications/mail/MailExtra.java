package dev.remit.notifications.mail;

import dev.remit.notifications.letters.MailMatter.DisabledSubscription;
import dev.remit.notifications.letters.Week;

/** What a mail is about, where receivers are not told of it. */
record MailExtra(DisabledSubscription disabled, Week week) {}
