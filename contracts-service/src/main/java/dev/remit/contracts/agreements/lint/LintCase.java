package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.terms.Parties;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.NamedCalendar;
import dev.remit.engines.agreement.ServiceLevel;
import dev.remit.engines.calendar.CalendarText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A version as it would be signed today, with what it must fit.
 *
 * @param document the version; if it has no coverage yet, a calendar that never opens stands in for it
 * @param terms its terms
 * @param members its terms, as the document has them
 * @param parties who would sign it
 * @param today the client's local date
 * @param currency the client's
 * @param sites zones of the client's sites, by code
 * @param approverActive whether somebody can sign and approve for the client
 * @param retiredItems codes of catalogue items that new versions do without
 * @param overlaps the client's other versions beside which it cannot be signed
 * @param beside of an addendum; null for a master
 * @param boundUntil until when the version before it binds the parties, its own first date where that binds them no more;
 *     null where no version comes before it
 */
public record LintCase(
        AgreementDocument document,
        Terms terms,
        Map<String, Object> members,
        Parties parties,
        LocalDate today,
        String currency,
        Map<String, ZoneId> sites,
        boolean approverActive,
        Set<String> retiredItems,
        List<Overlap> overlaps,
        OtherAgreements beside,
        LocalDate boundUntil) {

    /** Whether it is of an addendum, which may leave hours, service levels and prices to its master. */
    boolean isAddendum() {
        return document.isAddendum();
    }

    /** What holds for work that it rules; empty for an addendum without a master, of which nobody can tell. */
    Optional<AgreementDocument> completed() {
        if (!isAddendum()) {
            return Optional.of(document);
        }
        return Optional.ofNullable(beside.master()).map(document::completedBy);
    }

    /** Whether the coverage is the version's own. */
    boolean hasCoverage() {
        return terms.coverage() != null;
    }

    /** The calendars that are there of these names. */
    Map<String, CalendarText> calendars(Collection<String> names) {
        return calendars(document, names);
    }

    private static Map<String, CalendarText> calendars(AgreementDocument document, Collection<String> names) {
        Map<String, CalendarText> found = new TreeMap<>();
        for (String name : names) {
            NamedCalendar calendar = document.calendars().get(name);
            if (calendar != null) {
                found.put(name, calendar.text());
            }
        }
        return found;
    }

    /** Those by which clocks run that name none; none for an addendum without a master. */
    Map<String, CalendarText> coverageCalendars() {
        return completed()
                .map(terms -> calendars(terms, terms.coverage().calendarNames()))
                .orElse(Map.of());
    }

    /** Those by which the clocks of a level run at one site or another; none where they run day and night. */
    Collection<CalendarText> hoursOf(ServiceLevel level) {
        return switch (level.calendar()) {
            case ServiceLevel.ALWAYS -> List.of();
            case ServiceLevel.COVERAGE -> coverageCalendars().values();
            default -> calendars(List.of(level.calendar())).values();
        };
    }

    /** Those by which surcharges are read at one place or another; none for an addendum without a master. */
    Map<String, CalendarText> surchargeCalendars() {
        return completed()
                .map(terms -> calendars(
                        terms,
                        terms.bandCalendarName() == null
                                ? terms.coverage().calendarNames()
                                : Set.of(terms.bandCalendarName())))
                .orElse(Map.of());
    }
}
