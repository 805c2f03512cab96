package dev.remit.engines.replay;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.CapRooms;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rated lines are computed again from the work that was rated together and the terms it was rated by; what of them is
 * billed, from the approved cap, from what was billed before, and from all lines that stand. A link names the lines that
 * changed; one that it leaves out must come out as an earlier link has it.
 */
final class RatedReplay {

    private final Map<String, Book> books = new HashMap<>();
    private final Map<String, Figures> known = new HashMap<>();
    private final Map<String, Long> released = new HashMap<>();

    /** One client's side of the chain: a ticket that moves to another client leaves its published lines behind. */
    private static final class Book {
        final Map<String, UnpublishedLine> unpublished = new HashMap<>();
        final Map<String, Long> billed = new HashMap<>();
        final Map<String, Long> caps = new HashMap<>();

        CapRooms<String> rooms(String workItem) {
            CapRooms<String> rooms = new CapRooms<>();
            Long cap = caps.get(workItem);
            if (cap != null) {
                rooms.limit(workItem, cap, billed.getOrDefault(workItem, 0L));
            }
            return rooms;
        }

        List<UnpublishedLine> inOrder(String workItem) {
            return unpublished.values().stream()
                    .filter(line -> workItem.equals(line.workItem))
                    .sorted(UnpublishedLine.ALLOCATION)
                    .toList();
        }
    }

    /** Names a line among those of a case. */
    private record Place(String list, long work, String entry, String kind, String band) {}

    /** Where the work of a line stands: work of one entry in the link, and a state of what is rounded together. */
    private static final Map<String, String> LISTS = Map.of("case", "cases", "group", "groups");

    void of(JsonCursor payload, Findings findings) {
        Book book = books.computeIfAbsent(payload.member("clientId").or(JsonCursor::text, ""), id -> new Book());
        Set<String> touched = new LinkedHashSet<>();
        for (JsonCursor dropped : payload.member("dropped").elements()) {
            UnpublishedLine line = book.unpublished.remove(dropped.text());
            if (line != null) {
                touched.add(line.workItem);
            }
        }
        Set<String> named = new LinkedHashSet<>();
        Map<Place, RatedLine> rated = rated(payload);
        for (JsonCursor line : payload.member("lines").elements()) {
            UnpublishedLine unpublished = stand(line, book);
            if (unpublished != null) {
                value(line, unpublished, rated);
                named.add(unpublished.id);
                touched.add(unpublished.workItem);
            }
        }
        caps(payload, book, findings);
        touched.forEach(workItem -> allocate(book, workItem, named, findings));
    }

    private static Map<Place, RatedLine> rated(JsonCursor payload) {
        Map<Place, RatedLine> rated = new HashMap<>();
        LISTS.forEach((member, list) -> {
            List<JsonCursor> works = payload.member(list).elements();
            payload.member("lines").elements().stream()
                    .map(line -> line.member(member))
                    .filter(JsonCursor::isPresent)
                    .map(work -> work.whole(0, Integer.MAX_VALUE))
                    .filter(work -> work < works.size())
                    .distinct()
                    .forEach(work -> rate(works.get(work.intValue()), list, work, rated));
        });
        return rated;
    }

    private static void rate(JsonCursor work, String list, long place, Map<Place, RatedLine> into) {
        for (RatedLine line : rate(work)) {
            String band = line.band() == null ? null : line.band().name();
            into.put(new Place(list, place, line.entry(), line.kind().name(), band), line);
        }
    }

    /** A case that is refused rates nothing, and its lines are found to follow from none. */
    private static List<RatedLine> rate(JsonCursor work) {
        try {
            return RatingEngine.rate(RatingJson.read(JsonCursor.of(work.value())))
                    .lines();
        } catch (InvalidInput refused) {
            return List.of();
        }
    }

    /** The line in the place of what it was; null for one without a value, which uses no cap up. */
    private static UnpublishedLine stand(JsonCursor line, Book book) {
        String id = line.member("extraId").text();
        book.unpublished.remove(id);
        if (!line.member("amount").isPresent()) {
            return null;
        }
        UnpublishedLine unpublished = new UnpublishedLine(line);
        book.unpublished.put(id, unpublished);
        return unpublished;
    }

    private void value(JsonCursor line, UnpublishedLine unpublished, Map<Place, RatedLine> rated) {
        try {
            if (unpublished.isReversal()) {
                unpublished.isWorth(earlier(unpublished.refersTo, line).negated());
            } else if (unpublished.isFollowUp()) {
                unpublished.isReleasedFrom(
                        earlier(unpublished.refersTo, line), released.getOrDefault(unpublished.refersTo, 0L));
            } else {
                unpublished.isWorth(full(line, unpublished, rated));
            }
        } catch (InvalidInput fault) {
            unpublished.isWorthNothing(fault);
        }
    }

    /** The full value of a line: as its case comes to, else as it was in an earlier link. */
    private Figures full(JsonCursor line, UnpublishedLine unpublished, Map<Place, RatedLine> rated) {
        String member = line.member("group").isPresent() ? "group" : "case";
        if (!line.member(member).isPresent()) {
            return earlier(unpublished.id, line);
        }
        Place place = new Place(
                LISTS.get(member),
                line.member(member).whole(0, Integer.MAX_VALUE),
                line.member("timeEntryId").text(),
                line.member("kind").text(),
                line.member("band").optional(JsonCursor::text));
        RatedLine now = rated.get(place);
        if (now == null) {
            throw line.member(member).fault("does not come to this line");
        }
        return unpublished.figures(now);
    }

    private Figures earlier(String id, JsonCursor line) {
        Figures earlier = known.get(id);
        if (earlier == null) {
            throw line.fault("was never rated in this chain: " + id);
        }
        return earlier;
    }

    /** What was billed before is what the chain says was published; each work item of the link is named once. */
    private static void caps(JsonCursor payload, Book book, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (JsonCursor cap : payload.member("caps").elements()) {
            String workItem = cap.member("workItemId").text();
            if (!seen.add(workItem)) {
                throw cap.fault("stands twice");
            }
            MinorUnits currency = MinorUnits.of(cap.member("currency").text());
            book.caps.put(workItem, currency.parse(cap.member("cap").text()));
            findings.compare("cap of " + workItem, cap.value(), () -> {
                Map<String, Object> values = Findings.values(cap);
                values.put("billedBefore", currency.format(book.billed.getOrDefault(workItem, 0L)));
                return values;
            });
        }
    }

    /** Every line of a work item anew; those that the link does not name are findings only where they come out otherwise. */
    private void allocate(Book book, String workItem, Set<String> named, Findings findings) {
        CapRooms<String> rooms = book.rooms(workItem);
        for (UnpublishedLine line : book.inOrder(workItem)) {
            String subject = "line " + line.id;
            Figures figures;
            try {
                figures = line.billed(rooms);
            } catch (InvalidInput fault) {
                findings.compare(subject, line.stated, () -> {
                    throw fault;
                });
                continue;
            }
            known.put(line.id, figures);
            if (named.contains(line.id) || figures.billedMinor() != line.statedBilled()) {
                findings.compare(subject, line.stated, () -> line.with(figures));
            }
        }
    }

    /** Lines that finance has keep their figures, and count as billed from then on. */
    void published(JsonCursor payload) {
        for (JsonCursor element : payload.member("lines").elements()) {
            String id = element.member("extraId").text();
            for (Book book : books.values()) {
                UnpublishedLine line = book.unpublished.remove(id);
                if (line != null && known.containsKey(id)) {
                    publish(book, line, known.get(id).billedMinor());
                }
            }
        }
    }

    private void publish(Book book, UnpublishedLine line, long billed) {
        book.billed.merge(line.workItem, billed, Math::addExact);
        if (line.isFollowUp()) {
            released.merge(line.refersTo, billed, Math::addExact);
        }
    }
}
