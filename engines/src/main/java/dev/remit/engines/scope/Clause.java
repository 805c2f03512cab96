package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;

/**
 * A numbered paragraph of an agreement.
 *
 * @param id its number, as {@code 4.2}
 * @param title may be null
 * @param text the words that were signed; may be null
 */
public record Clause(String id, String title, String text) {

    /** Checks the number. */
    public Clause {
        if (id == null || id.isBlank()) {
            throw new InvalidInput("id", "is missing");
        }
    }

    /** Number and title, as people cite it. */
    public String citation() {
        return title == null ? "clause " + id : "clause " + id + " (" + title + ")";
    }
}
