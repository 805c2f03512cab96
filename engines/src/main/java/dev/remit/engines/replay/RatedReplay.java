package dev.remit.engines.replay;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.json.Json;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.CapRooms;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private record Place(String list, int work, String entry, String kind, String band, Instant from) {}

    /** What a link says of a ticket's lines. */
    private record RatedLink(
            String clientId,
            List<String> dropped,
            List<ObjectNode> lines,
            List<ObjectNode> caps,
            List<JsonNode> cases,
            List<JsonNode> groups) {

        RatedLink {
            dropped = orEmpty(dropped);
            lines = orEmpty(lines);
            caps = orEmpty(caps);
            cases = orEmpty(cases);
            groups = orEmpty(groups);
        }

        private static <T> List<T> orEmpty(List<T> list) {
            return list == null ? List.of() : list;
        }

        List<JsonNode> works(String list) {
            return list.equals("group") ? groups : cases;
        }
    }

    void of(ObjectNode payload, Findings findings) {
        RatedLink link = Json.read(payload, RatedLink.class);
        Book book = books.computeIfAbsent(Objects.requireNonNullElse(link.clientId(), ""), id -> new Book());
        Set<String> touched = new LinkedHashSet<>();
        for (String dropped : link.dropped()) {
            UnpublishedLine line = book.unpublished.remove(dropped);
            if (line != null) {
                touched.add(line.workItem);
            }
        }
        List<StatedLine> lines = new ArrayList<>();
        for (int i = 0; i < link.lines().size(); i++) {
            lines.add(StatedLine.of(link.lines().get(i), place(i)));
        }
        Set<String> named = new LinkedHashSet<>();
        Map<Place, RatedLine> rated = rated(link, lines);
        for (int i = 0; i < lines.size(); i++) {
            UnpublishedLine unpublished = stand(lines.get(i), link.lines().get(i), place(i), book);
            if (unpublished != null) {
                value(lines.get(i), unpublished, rated, place(i));
                named.add(unpublished.id);
                touched.add(unpublished.workItem);
            }
        }
        caps(link, book, findings);
        touched.forEach(workItem -> allocate(book, workItem, named, findings));
    }

    private static String place(int line) {
        return "lines[" + line + "]";
    }

    private static Map<Place, RatedLine> rated(RatedLink link, List<StatedLine> lines) {
        Map<Place, RatedLine> rated = new HashMap<>();
        Set<Place> done = new HashSet<>();
        for (StatedLine line : lines) {
            String list = line.list();
            if (list != null
                    && line.work() >= 0
                    && line.work() < link.works(list).size()) {
                Place work = new Place(list, line.work(), null, null, null, null);
                if (done.add(work)) {
                    rate(link.works(list).get(line.work()), work, rated);
                }
            }
        }
        return rated;
    }

    private static void rate(JsonNode work, Place place, Map<Place, RatedLine> into) {
        for (RatedLine line : rate(work)) {
            String band = line.band() == null ? null : line.band().name();
            into.put(
                    new Place(
                            place.list(),
                            place.work(),
                            line.entry(),
                            line.kind().name(),
                            band,
                            line.from()),
                    line);
        }
    }

    /** A case that is refused rates nothing, and its lines are found to follow from none. */
    private static List<RatedLine> rate(JsonNode work) {
        try {
            return RatingEngine.rate(Json.readStrictly(work, RatingCase.class)).lines();
        } catch (InvalidInput refused) {
            return List.of();
        }
    }

    /** The line in the place of what it was; null for one without a value, which uses no cap up. */
    private static UnpublishedLine stand(StatedLine line, ObjectNode stated, String place, Book book) {
        book.unpublished.remove(InvalidInput.at(place, () -> required(line.extraId(), "extraId")));
        if (!line.hasValue()) {
            return null;
        }
        UnpublishedLine unpublished = InvalidInput.at(place, () -> new UnpublishedLine(line, stated));
        book.unpublished.put(unpublished.id, unpublished);
        return unpublished;
    }

    private void value(StatedLine line, UnpublishedLine unpublished, Map<Place, RatedLine> rated, String place) {
        try {
            if (unpublished.isReversal()) {
                unpublished.isWorth(earlier(unpublished.refersTo, place).negated());
            } else if (unpublished.isFollowUp()) {
                unpublished.isReleasedFrom(
                        earlier(unpublished.refersTo, place), released.getOrDefault(unpublished.refersTo, 0L));
            } else {
                unpublished.isWorth(full(line, unpublished, rated, place));
            }
        } catch (InvalidInput fault) {
            unpublished.isWorthNothing(fault);
        }
    }

    /** The full value of a line: as its case comes to, else as it was in an earlier link. */
    private Figures full(StatedLine line, UnpublishedLine unpublished, Map<Place, RatedLine> rated, String place) {
        if (line.charge() != null) {
            return InvalidInput.at(place, () -> unpublished.figures(line));
        }
        String list = line.list();
        if (list == null) {
            return earlier(unpublished.id, place);
        }
        boolean surcharge = LineKind.SURCHARGE.name().equals(line.kind());
        String kind = surcharge ? LineKind.LABOUR.name() : line.kind();
        RatedLine now = rated.get(new Place(list, line.work(), line.timeEntryId(), kind, line.band(), line.from()));
        if (now == null) {
            throw new InvalidInput(place + "." + list, "does not come to this line");
        }
        RatedLine part = line.share() == null ? now : now.of(line.share().minutes(now.minutes(), line.beyondVolume()));
        return surcharge ? unpublished.surcharge(part, line) : unpublished.figures(part, line);
    }

    private Figures earlier(String id, String place) {
        Figures earlier = known.get(id);
        if (earlier == null) {
            throw new InvalidInput(place, "was never rated in this chain: " + id);
        }
        return earlier;
    }

    /** What of a work item's cap a link states. */
    private record StatedCap(String workItemId, String currency, String cap) {

        StatedCap {
            required(workItemId, "workItemId");
            required(currency, "currency");
            required(cap, "cap");
        }
    }

    /** What was billed before is what the chain says was published; each work item of the link is named once. */
    private static void caps(RatedLink link, Book book, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < link.caps().size(); i++) {
            ObjectNode stated = link.caps().get(i);
            StatedCap cap = Json.read(stated, StatedCap.class, "caps[" + i + "]");
            String workItem = cap.workItemId();
            if (!seen.add(workItem)) {
                throw new InvalidInput("caps[" + i + "]", "stands twice");
            }
            MinorUnits currency = MinorUnits.of(cap.currency());
            book.caps.put(workItem, currency.parse(cap.cap()));
            findings.compare("cap of " + workItem, stated, () -> Json.copy(stated)
                    .put("billedBefore", currency.format(book.billed.getOrDefault(workItem, 0L))));
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
    void published(ObjectNode payload) {
        for (ObjectNode line : Json.read(payload, RatedLink.class).lines()) {
            String id = Json.read(line, StatedLine.class, "lines").extraId();
            for (Book book : books.values()) {
                UnpublishedLine unpublished = book.unpublished.remove(id);
                if (unpublished != null && known.containsKey(id)) {
                    publish(book, unpublished, known.get(id).billedMinor());
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
