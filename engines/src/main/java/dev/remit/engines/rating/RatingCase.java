package dev.remit.engines.rating;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Work to be rated together because it shares blocks and caps: that of one client. The order of the lists does not
 * matter.
 *
 * @param terms what entries are rated by that name no others
 * @param otherTerms further terms by name: another site's zone, an approved quote's rates; all in the same currency
 * @param entries the work; ids differ
 * @param blocks prepaid hours; ids differ
 * @param caps names differ; kept in their order; an entry whose cap is not here is not capped
 */
public record RatingCase(
        RatingTerms terms,
        Map<String, RatingTerms> otherTerms,
        List<TimeEntry> entries,
        List<PrepaidBlock> blocks,
        List<Cap> caps) {

    private static final Comparator<Cap> BY_NAME =
            Comparator.comparing(Cap::name, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * Checks what stands between the parts.
     *
     * @throws InvalidInput naming the place, as {@code entries[1].id}
     */
    public RatingCase {
        Objects.requireNonNull(terms, "terms");
        otherTerms = Map.copyOf(otherTerms);
        entries = List.copyOf(entries);
        blocks = List.copyOf(blocks);
        requireDistinct(entries, TimeEntry::id, "entries", "id");
        requireDistinct(blocks, PrepaidBlock::id, "blocks", "id");
        requireDistinct(caps, Cap::name, "caps", "name");
        caps = caps.stream().sorted(BY_NAME).toList();
        for (Map.Entry<String, RatingTerms> other : otherTerms.entrySet()) {
            if (!other.getValue().card().currency().equals(terms.card().currency())) {
                throw new InvalidInput(
                        "otherTerms." + other.getKey() + ".rateCard.currency", "must be the same for all");
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            TimeEntry entry = entries.get(i);
            requireKnown(entry.terms(), otherTerms, "entries[" + i + "].terms");
            for (int n = 0; n < entry.laterTerms().size(); n++) {
                String later = entry.laterTerms().get(n).terms();
                requireKnown(later, otherTerms, "entries[" + i + "].laterTerms[" + n + "].terms");
            }
        }
    }

    private static void requireKnown(String name, Map<String, RatingTerms> terms, String path) {
        if (name != null && !terms.containsKey(name)) {
            throw new InvalidInput(path, "names no terms of this case");
        }
    }

    /** Work under one set of terms, without blocks or a cap. */
    public static RatingCase of(RatingTerms terms, List<TimeEntry> entries) {
        return new RatingCase(terms, Map.of(), entries, List.of(), List.of());
    }

    /**
     * The case of a text.
     *
     * @throws InvalidInput naming the place, as {@code entries[1].end}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RatingCase of(CaseText text) {
        return text.work();
    }

    /** The text of the case, which is its JSON. */
    @JsonValue
    CaseText text() {
        return CaseText.of(this);
    }

    /** The same work, for a rating that may take only so many steps. */
    public RatingCase within(StepBudget budget) {
        Map<String, RatingTerms> others = new LinkedHashMap<>();
        otherTerms.forEach((name, other) -> others.put(name, other.within(budget)));
        return new RatingCase(terms.within(budget), others, entries, blocks, caps);
    }

    /** The same work with these blocks and caps. */
    public RatingCase with(List<PrepaidBlock> otherBlocks, List<Cap> otherCaps) {
        return new RatingCase(terms, otherTerms, entries, otherBlocks, otherCaps);
    }

    /** The terms that an entry is rated by. */
    public RatingTerms termsOf(TimeEntry entry) {
        return entry.terms() == null ? terms : otherTerms.get(entry.terms());
    }

    /** Terms by a name that an entry of the case gives. */
    RatingTerms named(String name) {
        return otherTerms.get(name);
    }

    /**
     * The same work as cases of their own, one for each group that is rounded together. Where nothing but rounding ties
     * entries to each other (no blocks, caps, call-outs, or trips of one visit) they come to the same lines.
     *
     * @throws IllegalStateException if the case has blocks or caps, which tie all of it together
     */
    public List<RatingCase> apart() {
        if (!blocks.isEmpty() || !caps.isEmpty()) {
            throw new IllegalStateException("blocks and caps are for all of the work");
        }
        Map<Object, List<TimeEntry>> groups = new LinkedHashMap<>();
        for (TimeEntry entry : entries) {
            Object group = Groups.key(entry, termsOf(entry));
            groups.computeIfAbsent(group == null ? entry : group, g -> new ArrayList<>(1))
                    .add(entry);
        }
        return groups.values().stream().map(this::only).toList();
    }

    private RatingCase only(List<TimeEntry> group) {
        Map<String, RatingTerms> later = new LinkedHashMap<>();
        group.forEach(entry -> entry.laterTerms().forEach(any -> later.put(any.terms(), named(any.terms()))));
        return new RatingCase(
                termsOf(group.getFirst()),
                later,
                group.stream().map(TimeEntry::underGeneralTerms).toList(),
                List.of(),
                List.of());
    }

    private static <T> void requireDistinct(List<T> list, Function<T, String> key, String path, String field) {
        if (list.size() < 2) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (!seen.add(key.apply(list.get(i)))) {
                throw new InvalidInput(path + "[" + i + "]." + field, "stands twice");
            }
        }
    }
}
