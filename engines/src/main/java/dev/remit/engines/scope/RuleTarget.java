package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;

/** What a rule speaks of. The narrower target wins: an item before its category, a category before the catch-all. */
public sealed interface RuleTarget {

    /** 3 for an item, 2 for a category, 1 for the catch-all. */
    int weight();

    /** The one of the three that is given. */
    static RuleTarget of(String item, String category, boolean catchAll) {
        if ((item != null ? 1 : 0) + (category != null ? 1 : 0) + (catchAll ? 1 : 0) != 1) {
            throw new InvalidInput("", "must name one of item, category and catchAll");
        }
        if (item != null) {
            return new Item(item);
        }
        return catchAll ? new CatchAll() : new Category(category);
    }

    /**
     * One catalogue item.
     *
     * @param code its code
     */
    record Item(String code) implements RuleTarget {

        /** Checks the code. */
        public Item {
            if (code == null || code.isBlank()) {
                throw new InvalidInput("item", "is missing");
            }
        }

        @Override
        public int weight() {
            return 3;
        }

        @Override
        public String toString() {
            return "item " + code;
        }
    }

    /**
     * Every catalogue item of a category.
     *
     * @param name the category
     */
    record Category(String name) implements RuleTarget {

        /** Checks the name. */
        public Category {
            if (name == null || name.isBlank()) {
                throw new InvalidInput("category", "is missing");
            }
        }

        @Override
        public int weight() {
            return 2;
        }

        @Override
        public String toString() {
            return "category " + name;
        }
    }

    /** Whatever no other rule names. */
    record CatchAll() implements RuleTarget {

        @Override
        public int weight() {
            return 1;
        }

        @Override
        public String toString() {
            return "anything unlisted";
        }
    }
}
