package dev.remit.engines.reports;

import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.sla.OwnedStretch;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaAccount;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A part of a ticket's life that is one owner's without a break, within one month. What lies in closed hours has no owner, and
 * breaks nothing. Where several approvers are asked at once, the time is that of the one who was asked first.
 *
 * @param owner CLIENT, VENDOR, APPROVAL or MSP
 * @param approver whose decision is awaited; empty where that is nobody's, or nobody knows whose
 * @param began when it began, maybe in an earlier month
 * @param month in which this part of it lies, or begins
 * @param from when this part begins
 * @param to when this part ends; null where it goes on: then it is not cut at the ends of months
 * @param openSeconds of these, the seconds in open hours; where it goes on, what is to be added to
 *     {@link OpenHours#until} of a later moment to have them
 * @param calendar in which hours it goes on; null where it is over
 */
public record OwnedTime(
        Owner owner,
        String approver,
        Instant began,
        YearMonth month,
        Instant from,
        Instant to,
        long openSeconds,
        CompiledCalendar calendar) {

    /** Whether it began in this month. */
    public boolean isFirst() {
        return from.equals(began);
    }

    /**
     * A ticket's life until its end, or until the moment that was read, in order.
     *
     * @param asked whose decisions were awaited when
     * @param zone by whose dates months are told apart
     */
    public static List<OwnedTime> of(SlaAccount account, Collection<AskedApprover> asked, ZoneId zone) {
        List<Run> runs = new ArrayList<>();
        for (OwnedStretch stretch : account.stretches()) {
            for (OwnedStretch part : parts(stretch, asked)) {
                String approver = approver(part, asked);
                if (runs.isEmpty() || !runs.getLast().goesOnIn(part, approver)) {
                    runs.add(new Run(part.owner(), approver, new ArrayList<>()));
                }
                runs.getLast().stretches().add(part);
            }
        }
        List<OwnedTime> times = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).owner() != Owner.ENDED) {
                times.addAll(runs.get(i).months(zone, i == runs.size() - 1));
            }
        }
        return List.copyOf(times);
    }

    /** Cuts what waits for a decision wherever somebody is asked or decides. */
    private static List<OwnedStretch> parts(OwnedStretch stretch, Collection<AskedApprover> asked) {
        if (stretch.owner() != Owner.APPROVAL) {
            return List.of(stretch);
        }
        TreeSet<Instant> cuts = new TreeSet<>();
        asked.forEach(one -> {
            cuts.add(second(one.from()));
            Optional.ofNullable(one.to()).map(OwnedTime::second).ifPresent(cuts::add);
        });
        List<OwnedStretch> parts = new ArrayList<>();
        Instant from = stretch.from();
        for (Instant cut : cuts) {
            if (cut.isAfter(from) && cut.isBefore(stretch.to())) {
                parts.add(new OwnedStretch(from, cut, stretch.owner(), stretch.calendar()));
                from = cut;
            }
        }
        parts.add(new OwnedStretch(from, stretch.to(), stretch.owner(), stretch.calendar()));
        return parts;
    }

    private static String approver(OwnedStretch part, Collection<AskedApprover> asked) {
        if (part.owner() != Owner.APPROVAL) {
            return "";
        }
        return asked.stream()
                .filter(one -> new AskedApprover(
                                one.name(), second(one.from()), one.to() == null ? null : second(one.to()))
                        .isAsked(part.from()))
                .min(Comparator.comparing(AskedApprover::from).thenComparing(AskedApprover::name))
                .map(AskedApprover::name)
                .orElse("");
    }

    /** As clocks count, which drop what is less than a second. */
    private static Instant second(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    /** One owner's time without a break. */
    private record Run(Owner owner, String approver, List<OwnedStretch> stretches) {

        boolean goesOnIn(OwnedStretch next, String asked) {
            return owner == next.owner() && approver.equals(asked);
        }

        Instant began() {
            return stretches.getFirst().from();
        }

        List<OwnedTime> months(ZoneId zone, boolean goesOn) {
            List<OwnedTime> months = new ArrayList<>();
            Instant from = began();
            Instant over = goesOn ? hoursBegan() : stretches.getLast().to();
            YearMonth month = month(from, zone);
            for (Instant next = begin(month.plusMonths(1), zone);
                    goesOn ? !next.isAfter(over) : next.isBefore(over);
                    next = begin(month.plusMonths(1), zone)) {
                months.add(part(month, from, next));
                from = next;
                month = month.plusMonths(1);
            }
            if (goesOn) {
                CompiledCalendar calendar = stretches.getLast().calendar();
                long open = open(from, over) - OpenHours.until(calendar, over);
                months.add(new OwnedTime(owner, approver, began(), month, from, null, open, calendar));
            } else if (from.isBefore(over)) {
                months.add(part(month, from, over));
            }
            return months;
        }

        private OwnedTime part(YearMonth month, Instant from, Instant to) {
            return new OwnedTime(owner, approver, began(), month, from, to, open(from, to), null);
        }

        /** Since when the hours hold in which it goes on. */
        private Instant hoursBegan() {
            Instant since = stretches.getLast().from();
            for (OwnedStretch stretch : stretches.reversed()) {
                if (!stretch.calendar().equals(stretches.getLast().calendar())) {
                    break;
                }
                since = stretch.from();
            }
            return since;
        }

        private long open(Instant from, Instant to) {
            long open = 0;
            for (OwnedStretch stretch : stretches) {
                Instant begin = from.isAfter(stretch.from()) ? from : stretch.from();
                Instant end = to.isBefore(stretch.to()) ? to : stretch.to();
                open += stretch.calendar().openSeconds(begin, end);
            }
            return open;
        }

        private static YearMonth month(Instant at, ZoneId zone) {
            return YearMonth.from(LocalDate.ofInstant(at, zone));
        }

        private static Instant begin(YearMonth month, ZoneId zone) {
            return month.atDay(1).atStartOfDay(zone).toInstant();
        }
    }
}
