package dev.remit.tickets.worklog;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.time.TenantClock;
import dev.remit.psa.DeletedFact;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.intake.Deletions;
import dev.remit.tickets.intake.FutureTimes;
import dev.remit.tickets.intake.HashedFacts;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.Tickets;
import dev.remit.tickets.intake.WakeUps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Takes time entries in; attaching them to tickets and telling others is left to a later transaction. */
@ApplicationScoped
public class WorklogIntake {
    private final TimeEntries entries;
    private final Tickets tickets;
    private final Deletions deletions;
    private final WorkCheck check;
    private final Reviews reviews;
    private final WakeUps wakeUps;
    private final Ids ids;
    private final TenantClock clock;

    WorklogIntake(
            TimeEntries entries,
            Tickets tickets,
            Deletions deletions,
            WorkCheck check,
            Reviews reviews,
            WakeUps wakeUps,
            Ids ids,
            TenantClock clock) {
        this.entries = entries;
        this.tickets = tickets;
        this.deletions = deletions;
        this.check = check;
        this.reviews = reviews;
        this.wakeUps = wakeUps;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores one snapshot. The same one again changes nothing; an older one only what no later one says anything of.
     *
     * @param kept the members of which it says nothing, so that they stay as they were
     * @param namedWorkItem the work item that the source names, or null
     * @throws dev.remit.engines.InvalidInput naming a time with which no work can be rated
     * @throws dev.remit.kit.problem.Problem forbidden, for what is not the author's to change
     */
    public Receipt take(
            Connection connection, TimeEntryFacts facts, Collection<String> kept, UUID namedWorkItem, UUID payloadId) {
        if (facts.start() != null && facts.end() != null) {
            WorkTimes.check(facts.start(), facts.end());
        }
        Instant now = clock.now();
        Origin origin = new Origin(connection.id(), facts.externalId(), payloadId);
        return reviews.refuseAhead(origin, FutureTimes.in(facts, now), now)
                .orElseGet(() -> keep(connection, facts, kept, namedWorkItem, origin, now));
    }

    private Receipt keep(
            Connection connection,
            TimeEntryFacts facts,
            Collection<String> kept,
            UUID namedWorkItem,
            Origin origin,
            Instant now) {
        Optional<TimeEntry> known = entries.lockReferredTo(connection.id(), facts.externalId());
        known.ifPresent(entry -> OwnTime.requireMayReplace(facts.author(), entry));
        TimeEntry entry = known.orElseGet(() -> new TimeEntry(ids.next(), connection.id(), facts.externalId()));
        boolean wasDeleted = entry.isDeleted();
        String ticketBefore = entry.ticketExternalId();
        HashedFacts sealed = HashedFacts.of(facts, kept);
        boolean latest = entry.isOlderThan(sealed);
        Set<String> changed = entry.apply(sealed, namedWorkItem, origin.payloadId(), now);
        if (known.isPresent() && changed.isEmpty()) {
            return unchanged(entry, sealed, latest, origin);
        }
        deletions
                .of(connection.id(), DeletedFact.Kind.TIME_ENTRY, facts.externalId())
                .filter(entry::isGoneSince)
                .ifPresent(gone -> entry.delete());
        entries.persistAndFlush(entry);
        Stream.of(ticketBefore, entry.ticketExternalId())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(ticket -> wakeUps.ticketReferredTo(connection.id(), ticket));
        Optional<Refusal> wrong = look(entry, origin);
        return wrong.map(why -> Receipt.forReview(entry.id(), why.cause(), why.field(), why.detail()))
                .orElseGet(() -> Receipt.of(entry.id(), outcome(entry, known.isEmpty(), wasDeleted, changed)));
    }

    private Receipt unchanged(TimeEntry entry, HashedFacts sealed, boolean latest, Origin origin) {
        if (latest || entry.wasToldBy(sealed)) {
            return look(entry, origin)
                    .map(why -> Receipt.forReview(entry.id(), why.cause(), why.field(), why.detail()))
                    .orElseGet(() -> Receipt.of(entry.id(), Outcome.UNCHANGED));
        }
        return entry.isAsOldAs(sealed) ? Receipt.tied(entry.id()) : Receipt.of(entry.id(), Outcome.OLDER);
    }

    private static Outcome outcome(TimeEntry entry, boolean isNew, boolean wasDeleted, Set<String> changed) {
        if (entry.isDeleted() && !wasDeleted) {
            return Outcome.DELETED;
        }
        if (isNew) {
            return Outcome.CREATED;
        }
        return changed.equals(Set.of("sourceUpdatedAt")) ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    /** Lists what a person must look at; gives what keeps the entry from being billed. */
    private Optional<Refusal> look(TimeEntry entry, Origin origin) {
        TimeEntryFacts facts = entry.facts();
        if (entry.isDeleted()) {
            return Optional.empty();
        }
        Ticket ticket = tickets.referredTo(entry.connectionId(), entry.ticketExternalId())
                .orElse(null);
        Optional<Refusal> wrong = check.find(entry, ticket);
        wrong.ifPresent(why -> reviews.raise(origin, why));
        entries.atTheSameTime(entry)
                .ifPresent(other -> reviews.raise(
                        origin,
                        ReviewCause.DOUBLE_BOOKED,
                        "start",
                        facts.technician().id() + " has worked at the same time by the entry " + other.externalId()));
        return wrong;
    }
}
