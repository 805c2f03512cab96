package dev.remit.tickets.intake;

import dev.remit.psa.TicketFacts;
import dev.remit.psa.TimeEntryFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Finds times of a source that lie further ahead of ours than clocks drift apart. */
public final class FutureTimes {
    private static final Duration TOLERATED = Duration.ofMinutes(5);

    private FutureTimes() {}

    /** The first field with such a time; the date that work is agreed for may lie ahead. */
    static Optional<String> in(TicketFacts facts, Instant now) {
        Map<String, Instant> times = new LinkedHashMap<>();
        times.put("sourceUpdatedAt", facts.sourceUpdatedAt());
        times.put("createdAt", facts.createdAt());
        times.put("respondedAt", facts.milestones().respondedAt());
        times.put("plannedAt", facts.milestones().plannedAt());
        times.put("resolvedAt", facts.milestones().resolvedAt());
        times.put("closedAt", facts.milestones().closedAt());
        for (int i = 0; i < facts.messages().size(); i++) {
            times.put("messages[" + i + "].at", facts.messages().get(i).at());
        }
        return first(times, now);
    }

    public static Optional<String> in(TimeEntryFacts facts, Instant now) {
        Map<String, Instant> times = new LinkedHashMap<>();
        times.put("sourceUpdatedAt", facts.sourceUpdatedAt());
        times.put("start", facts.start());
        times.put("end", facts.end());
        if (facts.date() != null) {
            times.put(
                    "date",
                    facts.date().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return first(times, now);
    }

    private static Optional<String> first(Map<String, Instant> times, Instant now) {
        Instant latest = now.plus(TOLERATED);
        return times.entrySet().stream()
                .filter(time -> time.getValue() != null && time.getValue().isAfter(latest))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
