package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;

/**
 * One thing that the MSP can be asked for.
 *
 * @param code names it in rules and rulings, such as {@code office-move}
 * @param name for people; may be null
 * @param category the group that rules can name; may be null
 * @param matchers by what it is recognised; null is none
 */
public record ScopeItem(String code, String name, String category, ItemMatchers matchers) {

    /** Checks the code. */
    public ScopeItem {
        if (code == null || code.isBlank()) {
            throw new InvalidInput("code", "is missing");
        }
        matchers = matchers == null ? ItemMatchers.NONE : matchers;
    }
}
