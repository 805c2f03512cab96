package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.terms.Calendar;
import dev.remit.contracts.agreements.terms.Term.Renewal;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.engines.agreement.VersionTerm;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;

/** The next date of each kind that a signed version has, counted from a date on. */
final class ComingDates {
    private final Terms terms;
    private final LocalDate begin;
    private final LocalDate end;
    private final LocalDate today;
    private final Map<DateKind, LocalDate> dates = new EnumMap<>(DateKind.class);

    private ComingDates(Terms terms, VersionTerm inForce, LocalDate today) {
        this.terms = terms;
        this.begin = inForce.effectiveFrom();
        this.end = inForce.effectiveTo();
        this.today = today;
    }

    /**
     * @param inForce when it is in force, with what was ended early and what follows it
     * @param succeeded whether its end is the beginning of the next version
     * @param terminated whether it was ended early, so that nobody need give notice any more
     */
    static Map<DateKind, LocalDate> of(
            Terms terms, VersionTerm inForce, boolean succeeded, boolean terminated, LocalDate today) {
        ComingDates coming = new ComingDates(terms, inForce, today);
        if (coming.end == null) {
            coming.addRenewal();
        } else if (!succeeded) {
            coming.addEnd(terminated);
        }
        coming.addHolidays();
        return coming.dates;
    }

    private void addRenewal() {
        Renewal renewal = terms.term() == null ? null : terms.term().renewal();
        if (renewal == null || renewal.mode() != Renewal.Mode.AUTOMATIC) {
            return;
        }
        put(DateKind.RENEWAL, next(date -> date.isAfter(today)));
        if (renewal.noticeDays() != null) {
            LocalDate period =
                    next(date -> !date.minusDays(renewal.noticeDays()).isBefore(today));
            put(DateKind.NOTICE, period == null ? null : period.minusDays(renewal.noticeDays()));
        }
    }

    /** The first beginning of a further period that is meant; null where there is none. */
    private LocalDate next(Predicate<LocalDate> meant) {
        return terms.term().periodEnds(begin).filter(meant).findFirst().orElse(null);
    }

    private void addEnd(boolean terminated) {
        if (!end.isAfter(today)) {
            return;
        }
        put(DateKind.END, end);
        Renewal renewal = terms.term() == null ? null : terms.term().renewal();
        if (!terminated && renewal != null && renewal.noticeDays() != null) {
            LocalDate notice = end.minusDays(renewal.noticeDays());
            put(DateKind.NOTICE, notice.isBefore(today) ? null : notice);
        }
    }

    private void addHolidays() {
        terms.calendars().values().stream()
                .map(Calendar::holidays)
                .filter(holidays -> !holidays.isEmpty())
                .map(holidays -> LocalDate.of(
                        holidays.stream()
                                        .max(LocalDate::compareTo)
                                        .orElseThrow()
                                        .getYear()
                                + 1,
                        1,
                        1))
                .filter(date -> date.isAfter(today) && (end == null || date.isBefore(end)))
                .min(LocalDate::compareTo)
                .ifPresent(date -> put(DateKind.HOLIDAYS, date));
    }

    private void put(DateKind kind, LocalDate date) {
        if (date != null) {
            dates.put(kind, date);
        }
    }
}
