package dev.remit.engines.calendar;

import java.io.Serial;

/** A calendar that cannot be: says which field is wrong and what is wrong with it. */
public final class InvalidCalendar extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * Names one bad field.
     *
     * @param field path inside the calendar, such as {@code zone}, {@code weekly.MONDAY[0]} or {@code holidays[2]}
     * @param problem what is wrong, as a phrase that a person can act on
     */
    public InvalidCalendar(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
    }

    /** Path of the bad field inside the calendar, never null. */
    public String field() {
        return field;
    }

    /** What is wrong with the field, without its name, never null. */
    public String problem() {
        return problem;
    }
}
