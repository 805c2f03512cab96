package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;

/**
 * How a person has all work on a work item treated, whatever the clauses say of it.
 *
 * @param treatment never null
 * @param ground never null
 */
public record TreatmentByHand(Treatment treatment, Ground ground) {

    /** Why somebody departs from what the clauses say. */
    public enum Ground {
        /** The client is done a favour, which binds nobody to do it again. */
        GOODWILL("as goodwill"),
        /** MSP and client disagreed, and this is what they have come to. */
        DISPUTE_SETTLED("to settle a dispute"),
        /** What was ruled before rests on a mistake. */
        MISTAKE("to put a mistake right");

        private final String words;

        Ground(String words) {
            this.words = words;
        }

        /** As it reads in a sentence. */
        String words() {
            return words;
        }
    }

    /**
     * Checks what has to be there.
     *
     * @throws InvalidInput naming the member
     */
    public TreatmentByHand {
        InvalidInput.required(treatment, "treatment");
        InvalidInput.required(ground, "ground");
    }
}
