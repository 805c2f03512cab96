package dev.remit.tickets.worklog;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.intake.AheadOfTime;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.SealedFacts;
import dev.remit.tickets.intake.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes time entries in; attaching them to tickets and telling others is left to a later transaction. */
@ApplicationScoped
public class WorklogIntake {
    private final TimeEntries entries;
    private final Reviews reviews;
    private final WakeUps wakeUps;
    private final Ids ids;
    private final TenantClock clock;

    WorklogIntake(TimeEntries entries, Reviews reviews, WakeUps wakeUps, Ids ids, TenantClock clock) {
        this.entries = entries;
        this.reviews = reviews;
        this.wakeUps = wakeUps;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores one snapshot; the same one again, or an older one, changes nothing.
     *
     * @param namedWorkItem the work item that the source names, or null
     * @throws dev.remit.engines.InvalidInput naming a time with which no work can be rated
     */
    public Receipt take(Connection connection, TimeEntryFacts facts, UUID namedWorkItem, UUID payloadId) {
        if (facts.start() != null && facts.end() != null) {
            WorkTimes.check(facts.start(), facts.end());
        }
        Instant now = clock.now();
        Origin origin = new Origin(connection.id(), facts.externalId(), payloadId);
        Optional<String> ahead = AheadOfTime.in(facts, now);
        if (ahead.isPresent()) {
            return reviews.refuse(origin, ReviewCause.AHEAD_OF_TIME, ahead.get(), "lies ahead of our time " + now);
        }
        if (facts.start() == null || facts.end() == null) {
            return reviews.refuse(
                    origin,
                    ReviewCause.NO_TIMES,
                    facts.start() == null ? "start" : "end",
                    "is missing, so the hours belong to no time of day");
        }
        Optional<TimeEntry> known = entries.lockReferredTo(connection.id(), facts.externalId());
        TimeEntry entry = known.orElseGet(() -> new TimeEntry(ids.next(), connection.id(), facts.externalId()));
        SealedFacts sealed = SealedFacts.of(facts);
        if (entry.isOlderThan(sealed)) {
            String ticketBefore = entry.ticketExternalId();
            entry.tell(facts, sealed, namedWorkItem, payloadId, now);
            entries.persistAndFlush(entry);
            Stream.of(ticketBefore, facts.ticketExternalId())
                    .filter(Objects::nonNull)
                    .distinct()
                    .forEach(ticket -> wakeUps.ticketReferredTo(connection.id(), ticket));
        }
        return Receipt.of(entry.id(), known.isEmpty());
    }
}
