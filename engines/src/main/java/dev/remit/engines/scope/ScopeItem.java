package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;

/**
 * An item of the catalogue as a version of an agreement names it: what its rules speak of. By what such work is recognised
 * is no part of an agreement.
 *
 * @param code names it in rules and rulings, such as {@code office-move}
 * @param name for people; may be null
 * @param category the group that rules can name; may be null
 * @param meaning what it is, in a sentence; may be null
 */
public record ScopeItem(String code, String name, String category, String meaning) {

    /** Checks the code. */
    public ScopeItem {
        if (code == null || code.isBlank()) {
            throw new InvalidInput("code", "is missing");
        }
    }
}
