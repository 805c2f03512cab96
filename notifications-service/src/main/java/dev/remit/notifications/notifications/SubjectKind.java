package dev.remit.notifications.notifications;

/** What a notification is about. */
public enum SubjectKind {
    TICKET,
    WORK_ITEM,
    QUOTE,
    AGREEMENT,
    EXTRA,
    BATCH,
    REVIEW,
    SUBSCRIPTION
}
