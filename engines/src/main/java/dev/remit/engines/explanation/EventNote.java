package dev.remit.engines.explanation;

/**
 * What is known of an event beside what the clocks need.
 *
 * @param by whose act it is: a person's name, or what its source is called; null where nobody says
 * @param was the value before, such as a priority; null where it replaces none
 * @param is the value after; null where there is none
 */
public record EventNote(String by, String was, String is) {
    static final EventNote NONE = new EventNote(null, null, null);
}
