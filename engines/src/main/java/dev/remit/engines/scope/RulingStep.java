package dev.remit.engines.scope;

import java.util.List;
import java.util.Objects;

/**
 * One step of the reasoning behind a ruling: a code for programs, and the same in words.
 *
 * @param kind what was found
 * @param details what it was found of, in the order in which the sentence names them
 */
public record RulingStep(Kind kind, List<String> details) {

    /** What a step can find. In a sentence {@code {}} stands for the next detail. */
    public enum Kind {
        /** A catalogue item was found. */
        ITEM_FOUND("The work is the item {}, {}."),
        /** The item is not one of a signed version. */
        ITEM_LATER("{} does not have that item; it is of {}."),
        /** Several items fit. */
        ITEM_UNDECIDED("The work could be any of {}; nothing decides between them."),
        /** No item fits. */
        ITEM_NOT_FOUND("No item of the catalogue fits the work."),
        /** There is no agreement to rule by. */
        NO_AGREEMENT("No agreement with the client was in force on {}."),
        /** A rule for this work asks for something that the work is not. */
        RULE_NOT_MET("{} does not apply: {}."),
        /** A rule applies and another is narrower. */
        RULE_OUTWEIGHED("{} also applies, but its rule for {} is the wider one."),
        /** A rule of the master applies, and one of an addendum does too. */
        RULE_OF_MASTER("{} also applies with its rule for {}, but addenda go before it."),
        /** The narrowest rule that applies. */
        RULE_APPLIES("{} applies: its rule for {} says {}."),
        /** Another rule of equal weight says the same. */
        RULE_AGREES("{} says the same."),
        /** Another rule of equal weight says something else. */
        RULE_DISAGREES("{} has equal weight and says {}."),
        /** What a rule says of other work than that of the headline. */
        OTHER_WORK("Of work {}, {} says {}."),
        /** A person has departed from the clauses. */
        TREATED_BY_HAND("A person has decided that it is {}, {}."),
        /** No rule applies. */
        NO_RULE("No clause of the agreement applies."),
        /** Some of the included volume is left. */
        VOLUME_LEFT("Of the {} included since {}, {} were used before."),
        /** The included volume is used up. */
        VOLUME_USED_UP("All {} included since {} are used up ({} before)."),
        /** A volume that is counted where the work is recorded. */
        VOLUME_OF_WORK("{}, counted where the work is recorded, in the order of the work."),
        /** The client must agree first. */
        APPROVAL_NEEDED("The client must approve before the work."),
        /** Nobody needs to be asked. */
        APPROVAL_NOT_NEEDED("No approval is needed.");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Copies the list. */
    public RulingStep {
        Objects.requireNonNull(kind, "kind");
        details = List.copyOf(details);
    }

    static RulingStep of(Kind kind, String... details) {
        return new RulingStep(kind, List.of(details));
    }

    /** The step as one English sentence. */
    public String text() {
        StringBuilder text = new StringBuilder(kind.sentence);
        int at = 0;
        for (String detail : details) {
            at = text.indexOf("{}", at);
            text.replace(at, at + 2, detail);
            at += detail.length();
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.toString();
    }
}
