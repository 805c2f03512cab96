package dev.remit.engines.catalogue;

import dev.remit.engines.InvalidInput;
import java.util.List;

/**
 * Which catalogue item a piece of work is, and what says so.
 *
 * @param basis on what ground; never null
 * @param item the item's code; null if there is none or more than one
 * @param category the item's category in the catalogue; null if it has none or is in no catalogue
 * @param evidence the code or phrase that decided; null if nothing did
 * @param candidates the codes between which nothing decided, in the order of the catalogue; else empty; null is none
 */
public record Categorisation(Basis basis, String item, String category, String evidence, List<String> candidates) {

    /** What a categorisation rests on: the earlier goes before the later. */
    public enum Basis {
        /** A person chose the item. */
        CHOSEN("chosen by hand"),
        /** The PSA's item. */
        PSA_ITEM("by the PSA's item"),
        /** The PSA's subtype. */
        PSA_SUBTYPE("by the PSA's subtype"),
        /** Words of the title: they say more than a mere type, and less than a code that somebody picked under it. */
        KEYWORDS("by words of the title"),
        /** Who asks. */
        REQUESTER("by who asks"),
        /** The PSA's type. */
        PSA_TYPE("by the PSA's type"),
        /** The PSA's board or queue: what most of the tickets on it are. */
        PSA_BOARD("by the PSA's board"),
        /** Its codes were recognised before, and it bears one now that nobody has mapped. */
        RECOGNISED_BEFORE("as it was recognised before it bore a code that no item has"),
        /** Several items fit equally well. */
        UNDECIDED("several items fit equally well"),
        /** No item fits. */
        NONE("no item of the catalogue fits");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        /** Whether codes of the PSA that it bears say so: the item's, the subtype's or the type's. */
        public boolean isByCodes() {
            return this == PSA_ITEM || this == PSA_SUBTYPE || this == PSA_TYPE;
        }

        /** Whether it is what such work mostly is: words, who asks and the board can mislead, and nobody chose them for it. */
        public boolean isPresumed() {
            return this == KEYWORDS || this == REQUESTER || this == PSA_BOARD;
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
