package dev.remit.contracts.agreements.reading;

import java.nio.charset.StandardCharsets;

/**
 * The page of a version, for people and for paper. The same facts give the same bytes.
 *
 * @param html in UTF-8; it loads nothing and runs nothing
 */
public record ReadingCopy(byte[] html) {
    /** The language of its own words; clauses are in that of the terms. */
    public static final String LANGUAGE = "en";

    /** Makes the page. */
    public static ReadingCopy of(ReadingFacts facts) {
        return new ReadingCopy(ReadingPage.of(facts).html().getBytes(StandardCharsets.UTF_8));
    }
}
