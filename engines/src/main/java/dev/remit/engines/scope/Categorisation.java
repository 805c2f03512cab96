package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import java.util.List;

/**
 * Which catalogue item a work item is, and what says so.
 *
 * @param basis on what ground; never null
 * @param item the item's code; null if there is none or more than one
 * @param evidence the code or phrase that decided; null if nothing did
 * @param candidates the codes between which nothing decided, in the order of the catalogue; else empty; null is none
 */
public record Categorisation(Basis basis, String item, String evidence, List<String> candidates) {

    /** What a categorisation rests on: the earlier goes before the later. */
    public enum Basis {
        /** A person chose the item. */
        CHOSEN("chosen by hand"),
        /** A person chose a code that this version of the catalogue does not have. */
        CHOSEN_UNLISTED("chosen by hand, but not in the signed catalogue"),
        /** The PSA's item. */
        PSA_ITEM("by the PSA's item"),
        /** The PSA's subtype. */
        PSA_SUBTYPE("by the PSA's subtype"),
        /** Words of the title: they say more than a mere type, and less than a code that somebody picked under it. */
        KEYWORDS("by words of the title"),
        /** The PSA's type. */
        PSA_TYPE("by the PSA's type"),
        /** Several items fit equally well. */
        UNDECIDED("several items fit equally well"),
        /** No item fits. */
        NONE("no item of the catalogue fits");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** As it reads in a sentence. */
        public String words() {
            return words;
        }
    }

    /** Copies the list. */
    public Categorisation {
        InvalidInput.required(basis, "basis");
        candidates = candidates == null ? List.of() : List.copyOf(candidates);
    }
}
