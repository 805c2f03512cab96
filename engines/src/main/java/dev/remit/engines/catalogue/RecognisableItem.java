package dev.remit.engines.catalogue;

import dev.remit.engines.InvalidInput;

/**
 * One thing that the MSP can be asked for, and by what it is recognised.
 *
 * @param code names it in rules and rulings, such as {@code office-move}
 * @param category the group that rules can name; may be null
 * @param matchers by what it is recognised; null is none
 */
public record RecognisableItem(String code, String category, ItemMatchers matchers) {

    /** Checks the code. */
    public RecognisableItem {
        if (code == null || code.isBlank()) {
            throw new InvalidInput("code", "is missing");
        }
        matchers = matchers == null ? ItemMatchers.NONE : matchers;
    }
}
