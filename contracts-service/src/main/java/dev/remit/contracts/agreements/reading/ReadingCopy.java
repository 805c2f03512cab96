package dev.remit.contracts.agreements.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page of a version, for people and for paper. The same facts give the same bytes.
 *
 * @param html in UTF-8; it loads nothing and runs nothing
 */
public record ReadingCopy(byte[] html) {
    /** The language of its own words; clauses are in that of the terms. */
    public static final String LANGUAGE = "en";

    private static final String PAPER = "/templates/reading-copy.css";

    /** What it wears on paper beside its own style. */
    public static String paperStyle() {
        try (InputStream style = ReadingCopy.class.getResourceAsStream(PAPER)) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the page. */
    public static ReadingCopy of(ReadingFacts facts) {
        return new ReadingCopy(ReadingPage.of(facts).html().getBytes(StandardCharsets.UTF_8));
    }
}
