package dev.remit.engines.catalogue;

import java.util.List;

/**
 * By what a catalogue item is recognised. Of the PSA's codes, each list that is not empty must hold the ticket's code of
 * that level; key words are a second way in and stand for themselves. Case and surrounding space do not matter.
 *
 * @param types the PSA's types
 * @param subtypes the PSA's subtypes
 * @param items the PSA's items
 * @param keywords words or phrases that the title may contain, whole words in their order
 */
public record ItemMatchers(List<String> types, List<String> subtypes, List<String> items, List<String> keywords) {

    /** Matches nothing: such an item is chosen by its code alone. */
    public static final ItemMatchers NONE = new ItemMatchers(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists; null is empty. */
    public ItemMatchers {
        types = copy(types);
        subtypes = copy(subtypes);
        items = copy(items);
        keywords = copy(keywords);
    }

    private static List<String> copy(List<String> codes) {
        return codes == null ? List.of() : List.copyOf(codes);
    }

    /** Recognised by words of the title alone. */
    public static ItemMatchers ofKeywords(String... keywords) {
        return new ItemMatchers(List.of(), List.of(), List.of(), List.of(keywords));
    }
}
