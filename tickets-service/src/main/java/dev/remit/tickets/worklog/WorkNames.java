package dev.remit.tickets.worklog;

import dev.remit.engines.agreement.SiteZone;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.rating.HourlyRate;
import dev.remit.engines.rating.RateCard;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.CompiledAgreement;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.connections.Translation;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Receipt.Refusal;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds what an entry calls by a name that neither the connection's tables nor the signed rate card know. Work under such a
 * name is never rated as something else.
 */
@ApplicationScoped
class WorkNames {
    private final Connections connections;
    private final Agreements agreements;

    WorkNames(Connections connections, Agreements agreements) {
        this.connections = connections;
        this.agreements = agreements;
    }

    /** What a person must look at before an entry can be rated, or in how it was. */
    List<Refusal> look(Ticket ticket, TimeEntry entry) {
        TimeEntryFacts facts = entry.facts();
        List<Refusal> found = new ArrayList<>();
        if (facts.deleted()) {
            return found;
        }
        unmapped(ticket, facts)
                .forEach(field -> found.add(unknown(field, field.equals("role") ? facts.role() : facts.workType())));
        Optional<SiteZone> place = ticket.pin().map(PinnedTerms::siteZone);
        boolean closed = facts.isHoursOnly()
                && terms(ticket)
                        .map(terms -> terms.of(ticket.ruledUnder()))
                        .filter(signed -> isClosed(signed, facts, place.orElseThrow()))
                        .isPresent();
        if (closed) {
            found.add(new Refusal(
                    ReviewCause.CLOSED_DAY,
                    facts.date() == null ? "start" : "date",
                    "is a weekend or a holiday, and hours without times are taken for hours of business"));
        }
        return found;
    }

    private static Refusal unknown(String field, String name) {
        return Refusal.ofName(
                field, name, "Neither the connection nor the rate card knows \"" + name + "\"; the work is held.");
    }

    /** The fields with a name that nobody knows; of {@code role} and {@code workType}. */
    List<String> unmapped(Ticket ticket, TimeEntryFacts facts) {
        List<RateCard> cards = terms(ticket).stream()
                .flatMap(terms -> terms.all().stream())
                .map(signed -> signed.document().rateCard())
                .filter(Objects::nonNull)
                .toList();
        if (cards.isEmpty()) {
            return List.of();
        }
        Translation translation = connections.require(ticket.connectionId()).translation();
        List<String> fields = new ArrayList<>();
        boolean pricesRoles = rates(cards).anyMatch(rate -> rate.role() != null);
        if (pricesRoles && !translation.knowsRole(facts.role()) && !names(cards, HourlyRate::role, facts.role())) {
            fields.add("role");
        }
        if (!translation.knowsWorkType(facts.workType()) && !names(cards, HourlyRate::workType, facts.workType())) {
            fields.add("workType");
        }
        return fields;
    }

    private static Stream<HourlyRate> rates(List<RateCard> cards) {
        return cards.stream().flatMap(card -> card.hourly().rates().stream());
    }

    private static boolean names(List<RateCard> cards, Function<HourlyRate, String> what, String name) {
        return rates(cards).map(what).filter(Objects::nonNull).anyMatch(known -> known.equals(name));
    }

    private Optional<CompiledTerms> terms(Ticket ticket) {
        return ticket.pin().filter(PinnedTerms::hasTerms).flatMap(pin -> agreements.terms(pin.documents()));
    }

    private static boolean isClosed(CompiledAgreement signed, TimeEntryFacts facts, SiteZone place) {
        Band noon = signed.document()
                .surchargeCalendar(place)
                .bandAt(facts.workDate(place.zone())
                        .atTime(LocalTime.NOON)
                        .atZone(place.zone())
                        .toInstant());
        return noon == Band.WEEKEND || noon == Band.HOLIDAY;
    }
}
