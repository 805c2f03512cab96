package dev.remit.engines.replay;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.evidence.JsonCursor;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rated lines are computed again from the work that was rated together and the terms it was rated by; what of them is
 * billed, from the approved cap and what was billed before. A line that was rated in an earlier link keeps that value.
 */
final class RatedReplay {

    private static final String OVER_CAP = "OVER_CAP";

    private final Map<String, Figures> known = new HashMap<>();
    private final Map<String, Long> released = new HashMap<>();
    private final Map<String, String> followUps = new HashMap<>();

    /** What a line comes to, in minor units. */
    private record Figures(long minutes, long amount, long billed, long overCap, String arithmetic) {}

    /** Names a line among those of a case. */
    private record Place(long work, String entry, String kind, String band) {}

    void of(JsonCursor payload, Findings findings) {
        Map<Place, RatedLine> rated = new HashMap<>();
        List<JsonCursor> cases = payload.member("cases").elements();
        for (int i = 0; i < cases.size(); i++) {
            for (RatedLine line : rate(cases.get(i))) {
                String band = line.band() == null ? null : line.band().name();
                rated.put(new Place(i, line.entry(), line.kind().name(), band), line);
            }
        }
        Rooms rooms = new Rooms(payload.member("caps"));
        for (JsonCursor line : payload.member("lines").elements()) {
            if (line.member("amount").isPresent()) {
                String id = line.member("extraId").text();
                findings.compare("line " + id, line.value(), () -> computed(line, id, rated, rooms));
            }
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

    /** Lines that finance has keep their figures; what a follow-up released counts from then on. */
    void published(JsonCursor payload) {
        for (JsonCursor line : payload.member("lines").elements()) {
            String id = line.member("extraId").text();
            String of = followUps.remove(id);
            if (of != null) {
                released.merge(of, known.get(id).billed(), Math::addExact);
            }
        }
    }

    private Map<String, Object> computed(JsonCursor line, String id, Map<Place, RatedLine> rated, Rooms rooms) {
        String workItem = line.member("workItemId").optional(JsonCursor::text);
        Map<String, Object> values = Findings.values(line);
        Figures figures =
                switch (line.member("origin").text()) {
                    case "REVERSAL" -> reversal(line);
                    case "FOLLOW_UP" -> followUp(line, id, rooms.of(workItem));
                    default -> billed(value(line, id, rated), line, rooms.of(workItem), values);
                };
        known.put(id, figures);
        rooms.bill(workItem, figures.billed());
        MinorUnits currency = MinorUnits.of(line.member("currency").text());
        values.put("minutes", figures.minutes());
        values.put("amount", currency.format(figures.amount()));
        values.put("billed", currency.format(figures.billed()));
        values.put("overCap", currency.format(figures.overCap()));
        if (figures.arithmetic() != null) {
            values.put("arithmetic", figures.arithmetic());
        }
        return values;
    }

    /** The full value of a line: as its case comes to, else as it was in an earlier link. */
    private Figures value(JsonCursor line, String id, Map<Place, RatedLine> rated) {
        if (!line.member("case").isPresent()) {
            return earlier(id, line);
        }
        Place place = new Place(
                line.member("case").whole(0, Integer.MAX_VALUE),
                line.member("timeEntryId").text(),
                line.member("kind").text(),
                line.member("band").optional(JsonCursor::text));
        RatedLine now = rated.get(place);
        if (now == null) {
            throw line.member("case").fault("does not come to this line");
        }
        return new Figures(now.minutes(), now.amountMinor(), 0, 0, now.arithmetic());
    }

    private Figures earlier(String id, JsonCursor line) {
        Figures earlier = known.get(id);
        if (earlier == null) {
            throw line.fault("was never rated in this chain: " + id);
        }
        return earlier;
    }

    private static Figures billed(Figures value, JsonCursor line, long room, Map<String, Object> values) {
        String held = line.member("heldReason").optional(JsonCursor::text);
        if (held != null && !held.equals(OVER_CAP)) {
            return new Figures(value.minutes(), value.amount(), 0, 0, value.arithmetic());
        }
        long billed = Math.min(value.amount(), room);
        values.remove("heldReason");
        if (billed == 0 && value.amount() > 0) {
            values.put("heldReason", OVER_CAP);
        }
        return new Figures(value.minutes(), value.amount(), billed, value.amount() - billed, value.arithmetic());
    }

    private Figures reversal(JsonCursor line) {
        Figures of = earlier(line.member("refersTo").text(), line);
        return new Figures(-of.minutes(), -of.amount(), -of.billed(), -of.overCap(), null);
    }

    private Figures followUp(JsonCursor line, String id, long room) {
        String refersTo = line.member("refersTo").text();
        followUps.put(id, refersTo);
        long waiting = earlier(refersTo, line).overCap() - released.getOrDefault(refersTo, 0L);
        long part = Math.min(waiting, room);
        return new Figures(0, part, part, 0, null);
    }

    /** What may still be billed of each work item; one without a cap has room without end. */
    private static final class Rooms {
        private final Map<String, Long> rooms = new HashMap<>();

        Rooms(JsonCursor caps) {
            Set<String> seen = new HashSet<>();
            for (JsonCursor cap : caps.elements()) {
                String workItem = cap.member("workItemId").text();
                if (!seen.add(workItem)) {
                    throw cap.fault("stands twice");
                }
                MinorUnits currency = MinorUnits.of(cap.member("currency").text());
                long before = currency.parse(cap.member("billedBefore").text());
                rooms.put(
                        workItem,
                        Math.subtractExact(currency.parse(cap.member("cap").text()), before));
            }
        }

        long of(String workItem) {
            return Math.max(0, rooms.getOrDefault(workItem, Long.MAX_VALUE));
        }

        void bill(String workItem, long minor) {
            rooms.computeIfPresent(workItem, (item, room) -> Math.subtractExact(room, minor));
        }
    }
}
