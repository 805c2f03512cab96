package dev.remit.contracts;

/** The form of optional text that people read. */
public final class PlainText {
    /** Whatever has a character that can be seen. */
    public static final String FILLED = "^[\\s\\S]*\\S[\\s\\S]*$";

    private PlainText() {}
}
