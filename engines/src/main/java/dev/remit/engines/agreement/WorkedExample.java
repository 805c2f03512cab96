package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.RatedLine;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingEngine;
import dev.remit.engines.rating.RatingResult;
import dev.remit.engines.rating.RatingTerms;
import dev.remit.engines.rating.TimeEntry;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockTerms;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the parties say their terms come to in a case: the price of some work, or when a target is due. One of the two is
 * given. The engines that rate work and run clocks compute it again.
 *
 * @param title the case in a line
 * @param work work and its price; may be null
 * @param target a ticket and when its target is due; may be null
 */
public record WorkedExample(String title, Work work, Target target) {
    private static final int MOST_TECHNICIANS = 100;

    /** The zone of a document that signs none, and of calendars that have their own. */
    private static final ZoneId NO_ZONE = ZoneId.of("UTC");

    /** Checks that just one of the two is there. */
    public WorkedExample {
        required(title, "title");
        if ((work == null) == (target == null)) {
            throw new InvalidInput("", "must have just one of work and target");
        }
    }

    /**
     * Work and what it costs without tax.
     *
     * @param workType as on the rate card
     * @param role of the technicians; may be null
     * @param site a code; null for no site
     * @param from local time of the site
     * @param to local time of the site
     * @param technicians how many do it side by side; null is one
     * @param travel whether each of them travels; null is no
     * @param amount decimal text in the card's currency; null where it is asked for
     */
    public record Work(
            String workType,
            String role,
            String site,
            LocalDateTime from,
            LocalDateTime to,
            Integer technicians,
            Boolean travel,
            String amount) {

        /** Checks that what may not be absent is there. */
        public Work {
            required(workType, "workType");
            required(from, "from");
            required(to, "to");
            if (technicians != null && (technicians < 1 || technicians > MOST_TECHNICIANS)) {
                throw new InvalidInput("technicians", "must be from 1 to " + MOST_TECHNICIANS);
            }
        }

        private Answer answer(AgreementDocument document, StepBudget budget) {
            ZoneId zone = document.zone(site, NO_ZONE);
            RatingTerms terms = document.ratingTerms(new SiteZone(site, zone))
                    .orElseThrow(() -> new InvalidInput("work", "has no rate card to be priced by"));
            List<TimeEntry> entries = new ArrayList<>();
            for (int i = 0; i < (technicians == null ? 1 : technicians); i++) {
                TimeEntry.Builder entry = TimeEntry.of("entry-" + i, workType, instant(from, zone), instant(to, zone))
                        .role(role)
                        .ticket("example")
                        .visit("technician-" + i, site == null ? "example" : site);
                if (Boolean.TRUE.equals(travel)) {
                    entry.trip(TimeEntry.Trip.MADE);
                }
                entries.add(entry.build());
            }
            RatingResult rated = RatingEngine.rate(RatingCase.of(terms, entries).within(budget));
            return new Answer.Price(new Money(terms.card().currency(), rated.subtotalMinor()), rated.lines());
        }
    }

    /**
     * A ticket and when one of its targets is due, if nothing stops the clock.
     *
     * @param ticketClass may be null
     * @param clock whose target
     * @param site a code; null for no site
     * @param from when the clock starts, in local time of the site
     * @param due in local time of the site; null where it is asked for
     */
    public record Target(
            String priority, String ticketClass, ClockKind clock, String site, LocalDateTime from, LocalDateTime due) {

        /** Checks that what may not be absent is there. */
        public Target {
            required(priority, "priority");
            required(clock, "clock");
            required(from, "from");
        }

        private Answer answer(AgreementDocument document, StepBudget budget) {
            ZoneId zone = document.zone(site, NO_ZONE);
            ClockTerms terms = document.slaTerms(priority, ticketClass, new SiteZone(site, zone))
                    .map(sla -> sla.clock(clock))
                    .filter(ClockTerms::hasTarget)
                    .orElseThrow(() -> new InvalidInput("target", "has no target for " + clock + " of " + priority))
                    .within(budget);
            Instant at = terms.due(instant(from, zone));
            if (at == null) {
                throw new InvalidInput("target", "is never due: the calendar does not open again");
            }
            return new Answer.Due(at, LocalDateTime.ofInstant(at, zone));
        }
    }

    /** What a document makes of an example. */
    public sealed interface Answer {
        /** As an example states it. */
        String text();

        /**
         * Whether this is what an example states.
         *
         * @throws IllegalArgumentException if it states no amount in the card's currency
         */
        boolean is(String stated);

        /**
         * What the work comes to.
         *
         * @param amount without tax
         * @param lines that it is the sum of
         */
        record Price(Money amount, List<RatedLine> lines) implements Answer {
            /** Copies the list. */
            public Price {
                lines = List.copyOf(lines);
            }

            @Override
            public String text() {
                return amount.currency().format(amount.minor());
            }

            @Override
            public boolean is(String stated) {
                return amount.currency().parse(stated) == amount.minor();
            }
        }

        /**
         * When the target is due.
         *
         * @param local in local time of the site
         */
        record Due(Instant at, LocalDateTime local) implements Answer {
            @Override
            public String text() {
                return local.toString();
            }

            @Override
            public boolean is(String stated) {
                return text().equals(stated);
            }
        }
    }

    private static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }

    /**
     * What a document makes of it.
     *
     * @param budget for this and other examples
     * @throws InvalidInput if the document says nothing of such a case, or the budget does not reach
     */
    public Answer answer(AgreementDocument document, StepBudget budget) {
        try {
            return work == null ? target.answer(document, budget) : work.answer(document, budget);
        } catch (TooMuchWork refused) {
            throw refused.at("target.from");
        }
    }

    /** What a document makes of it, as an example states it. */
    public String computed(AgreementDocument document) {
        return answer(document, StepBudget.UNBOUNDED).text();
    }

    /** What the parties say, in the same form; null where they ask for it. */
    public String stated() {
        if (work != null) {
            return work.amount();
        }
        return target.due() == null ? null : target.due().toString();
    }

    /** Checks that it says what it comes to. */
    WorkedExample answered() {
        required(stated(), work == null ? "target.due" : "work.amount");
        return this;
    }

    /** What is wrong with it under a document, as a sentence; empty if nothing is. */
    public Optional<String> fault(AgreementDocument document) {
        return fault(document, StepBudget.UNBOUNDED);
    }

    /**
     * As {@link #fault(AgreementDocument)}.
     *
     * @param budget for this and other examples; one that does not reach is a fault
     */
    public Optional<String> fault(AgreementDocument document, StepBudget budget) {
        try {
            return fault(answer(document, budget));
        } catch (InvalidInput fault) {
            return Optional.of("It cannot be computed: it " + fault.problem() + ".");
        }
    }

    /** What is wrong with what it states beside what a document makes of it, as a sentence; empty if nothing is. */
    public Optional<String> fault(Answer computed) {
        try {
            return computed.is(stated())
                    ? Optional.empty()
                    : Optional.of("It comes out as " + computed.text() + ", not as " + stated() + ".");
        } catch (IllegalArgumentException noAmount) {
            return Optional.of("It cannot be computed: " + stated() + " is no amount in the card's currency.");
        }
    }
}
