package dev.remit.billing.extras;

import dev.remit.billing.work.Entry;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.rating.Travel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Rates entries at their full value. Those that wait are rated apart from those that are billed, so that what is billed
 * together is also rounded together; the cap is the allocation's business.
 */
final class Rater {
    private static final int TRAVEL_COMES_LAST = 100;
    private static final long SECONDS_A_MINUTE = 60;

    private Rater() {}

    /** One line before the cap. */
    record Rated(LineKind kind, Figures figures) {}

    /**
     * @param lines by entry, in the order of the engine
     * @param cases by entry: what it was rated as, with the entries that were rounded with it
     */
    record Ratings(Map<UUID, List<Rated>> lines, Map<UUID, RatingCase> cases) {
        private void hold(Standing standing, Rated line) {
            lines.get(standing.id()).add(line);
        }
    }

    /**
     * @param work entries that are charged
     * @param travels whether an entry's trip is charged with it
     */
    static Ratings rate(List<Standing> work, TravelCharges travels) {
        Ratings ratings = new Ratings(new HashMap<>(), new HashMap<>());
        Map<Together, List<Standing>> cases = new LinkedHashMap<>();
        for (Standing standing : work) {
            ratings.lines().put(standing.id(), new ArrayList<>());
            if (standing.isRateable()) {
                cases.computeIfAbsent(Together.of(standing), k -> new ArrayList<>())
                        .add(standing);
            } else if (standing.isFresh()) {
                ratings.hold(standing, unrated(standing, standing.hold()));
            }
        }
        cases.values().forEach(entries -> rateTogether(entries, travels, ratings));
        return ratings;
    }

    /**
     * What may be rounded together: entries of one currency that are billed, or that wait for the same reason. One that is
     * held for good stands alone.
     *
     * @param entry null for work that may be rounded with other work
     */
    private record Together(String currency, boolean fresh, HeldReason hold, UUID entry) {
        static Together of(Standing standing) {
            boolean alone = standing.hold() != null && standing.hold().isFinal();
            return new Together(
                    standing.version().currency(), standing.isFresh(), standing.hold(), alone ? standing.id() : null);
        }
    }

    private static void rateTogether(List<Standing> entries, TravelCharges travels, Ratings ratings) {
        Map<String, RatingTerms> terms = new LinkedHashMap<>();
        List<TimeEntry> work = new ArrayList<>();
        Map<String, Standing> standings = new HashMap<>();
        for (Standing standing : entries) {
            String name =
                    standing.version().documentHash() + "@" + standing.entry().siteZone();
            terms.computeIfAbsent(
                    name, k -> standing.version().ratingTerms(standing.entry().zone()));
            work.add(timeEntry(standing, name, travels.charges(standing)));
            standings.put(standing.id().toString(), standing);
        }
        RatingTerms first = terms.values().iterator().next();
        for (RatingCase group : new RatingCase(first, terms, work, List.of(), List.of()).apart()) {
            rateGroup(group, standings, ratings);
        }
        entries.stream()
                .filter(standing -> travels.charges(standing) && !isFlat(standing))
                .forEach(standing -> ratings.hold(standing, unknownTrip()));
    }

    /** One entry that the engine refuses is held, and the others are not held up by it. */
    private static void rateGroup(RatingCase group, Map<String, Standing> standings, Ratings ratings) {
        List<RatedLine> rated;
        try {
            rated = RatingEngine.rate(group).lines();
        } catch (InvalidInput refused) {
            if (group.entries().size() > 1) {
                group.entries()
                        .forEach(entry -> rateGroup(RatingCase.of(group.terms(), List.of(entry)), standings, ratings));
            } else {
                Standing alone = standings.get(group.entries().getFirst().id());
                ratings.hold(alone, unrated(alone, reason(refused)));
            }
            return;
        }
        for (TimeEntry entry : group.entries()) {
            ratings.cases().put(standings.get(entry.id()).id(), group);
        }
        for (RatedLine line : rated) {
            List<Rated> ofEntry = ratings.lines().get(UUID.fromString(line.entry()));
            ofEntry.add(rated(line, ofEntry.size()));
        }
    }

    private static HeldReason reason(InvalidInput refused) {
        return refused.path().endsWith(".workType") ? HeldReason.NO_RATE : HeldReason.UNUSABLE_TIMES;
    }

    /** Whether the engine takes what an entry states, apart from its rate. */
    static boolean takes(Entry entry) {
        try {
            return timeEntry("entry", entry).build() != null;
        } catch (InvalidInput refused) {
            return false;
        }
    }

    private static TimeEntry.Builder timeEntry(String id, Entry entry) {
        return entry.timeless()
                ? TimeEntry.on(id, entry.workType(), entry.workDate(), entry.billedSeconds())
                : TimeEntry.of(id, entry.workType(), entry.startedAt(), entry.endedAt())
                        .workedSeconds(entry.workedSeconds());
    }

    private static TimeEntry timeEntry(Standing standing, String terms, boolean charged) {
        Entry entry = standing.entry();
        return timeEntry(standing.id().toString(), entry)
                .role(entry.role())
                .trip(charged && isFlat(standing) ? TimeEntry.Trip.MADE : null)
                .ticket(entry.ticketId().toString())
                .visit(entry.technicianId(), entry.siteCode())
                .terms(terms)
                .build();
    }

    private static boolean isFlat(Standing standing) {
        return standing.version().travel() instanceof Travel.Flat;
    }

    private static Rated rated(RatedLine line, int number) {
        boolean travel = line.kind() == RatedLine.Kind.TRAVEL;
        return new Rated(
                travel ? LineKind.TRAVEL : LineKind.LABOUR,
                new Figures(
                        line.band(),
                        travel ? TRAVEL_COMES_LAST : number,
                        line.minutes(),
                        line.price().currency().code(),
                        line.amountMinor(),
                        0,
                        0,
                        line.arithmetic(),
                        null));
    }

    private static Rated unrated(Standing standing, HeldReason reason) {
        Entry entry = standing.entry();
        long minutes = Math.ceilDiv(Math.max(0, entry.billedSeconds()), SECONDS_A_MINUTE);
        return new Rated(LineKind.LABOUR, Figures.unrated(0, minutes, reason));
    }

    /** Charged by minutes or distance, which no source tells us. */
    private static Rated unknownTrip() {
        return new Rated(LineKind.TRAVEL, Figures.unrated(TRAVEL_COMES_LAST, 0, HeldReason.TRIP_UNKNOWN));
    }
}
