package dev.remit.engines.catalogue;

import java.util.List;

/**
 * By what a catalogue item is recognised. Of the PSA's codes and of who asks, each list that is not empty must hold what
 * the ticket has; key words are a second way in and stand for themselves. Case and surrounding space do not matter.
 *
 * @param boards the PSA's boards or queues; alone they say what is asked for on them where nothing else does
 * @param types the PSA's types
 * @param subtypes the PSA's subtypes
 * @param items the PSA's items
 * @param keywords words or phrases that the title may contain, whole words in their order
 * @param requesters names or e-mail addresses of who asks, such as that of a monitor
 */
public record ItemMatchers(
        List<String> boards,
        List<String> types,
        List<String> subtypes,
        List<String> items,
        List<String> keywords,
        List<String> requesters) {

    /** Matches nothing: such an item is chosen by its code alone. */
    public static final ItemMatchers NONE = new ItemMatchers(null, null, null, null);

    /** Copies the lists; null is empty. */
    public ItemMatchers {
        boards = copy(boards);
        types = copy(types);
        subtypes = copy(subtypes);
        items = copy(items);
        keywords = copy(keywords);
        requesters = copy(requesters);
    }

    /** On any board, whoever asks. */
    public ItemMatchers(List<String> types, List<String> subtypes, List<String> items, List<String> keywords) {
        this(null, types, subtypes, items, keywords, null);
    }

    private static List<String> copy(List<String> codes) {
        return codes == null ? List.of() : List.copyOf(codes);
    }

    /** Recognised by words of the title alone. */
    public static ItemMatchers ofKeywords(String... keywords) {
        return new ItemMatchers(null, null, null, List.of(keywords));
    }
}
