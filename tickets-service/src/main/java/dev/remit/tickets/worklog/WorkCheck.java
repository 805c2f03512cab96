package dev.remit.tickets.worklog;

import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Finds work that cannot have been done as it is told. Nothing of it is billed until a person has looked at it. */
@ApplicationScoped
class WorkCheck {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Agreements agreements;
    private final Reviews reviews;

    WorkCheck(Agreements agreements, Reviews reviews) {
        this.agreements = agreements;
        this.reviews = reviews;
    }

    /**
     * The first thing that is wrong with an entry, as far as is known by now, unless a person stands for it.
     *
     * @param ticket the one that it is booked on; null while that has not come
     */
    Optional<Refusal> find(TimeEntry entry, Ticket ticket) {
        return entry.isDeleted()
                ? Optional.empty()
                : find(entry.facts(), ticket)
                        .filter(why -> why.cause() != ReviewCause.UNUSABLE
                                || !reviews.isAccepted(
                                        entry.payloadId(), entry.externalId(), why.cause(), why.field()));
    }

    private Optional<Refusal> find(TimeEntryFacts facts, Ticket ticket) {
        if (!facts.isComplete()) {
            return Optional.of(new Refusal(
                    ReviewCause.NO_TIMES,
                    facts.start() == null ? "start" : "end",
                    "is missing, and no hours on a date stand in its place"));
        }
        return length(facts).or(() -> ticket == null ? Optional.empty() : place(facts, ticket));
    }

    private static Optional<Refusal> length(TimeEntryFacts facts) {
        if (facts.workedSeconds() != null && facts.workedSeconds() > LONGEST.toSeconds()) {
            return unusable("workedSeconds", "is more than 24 hours");
        }
        boolean tooLong = facts.start() != null
                && facts.end() != null
                && Duration.between(facts.start(), facts.end()).compareTo(LONGEST) > 0;
        return tooLong ? unusable("end", "is more than 24 hours after the start") : Optional.empty();
    }

    private Optional<Refusal> place(TimeEntryFacts facts, Ticket ticket) {
        Optional<PinnedTerms> pin = ticket.pin();
        if (isBefore(facts, ticket.createdAt(), pin.map(PinnedTerms::zone))) {
            return unusable(field(facts), "lies before the ticket, which came into being at " + ticket.createdAt());
        }
        Optional<LocalDate> first =
                pin.flatMap(known -> agreements.of(known.clientId()).firstDay());
        boolean early =
                first.isPresent() && facts.workDate(pin.orElseThrow().zone()).isBefore(first.get());
        return early
                ? unusable(field(facts), "lies before the client's first agreement, which begins on " + first.get())
                : Optional.empty();
    }

    /** A date is before the ticket when all of it is; without a known place, anywhere on earth. */
    private static boolean isBefore(TimeEntryFacts facts, Instant created, Optional<ZoneId> zone) {
        return facts.date() == null
                ? facts.start().isBefore(created)
                : facts.date().isBefore(LocalDate.ofInstant(created, zone.orElse(ZoneOffset.MIN)));
    }

    private static String field(TimeEntryFacts facts) {
        return facts.date() == null ? "start" : "date";
    }

    private static Optional<Refusal> unusable(String field, String what) {
        return Optional.of(new Refusal(ReviewCause.UNUSABLE, field, what));
    }
}
