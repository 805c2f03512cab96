package dev.remit.engines.calendar;

/** What a stretch of time is worth under a working calendar, in the order in which the question is asked. */
public enum Band {
    /** The local date is a holiday, whatever window is still open from the evening before. */
    HOLIDAY,
    /** Inside an open window, on whatever day of the week. */
    BUSINESS,
    /** Outside every window, on one of the calendar's weekend days. */
    WEEKEND,
    /** Everything else. */
    AFTER_HOURS
}
