package dev.remit.engines.sla;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.calendar.SlowCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reference: lives through a ticket five minutes at a time, as a person with a watch would, and notes what
 * happens. Every event must be on a fifth minute. Shares nothing with the engine but the facts and the words for the answers.
 */
final class SlowTicket {
    static final int FUTURE_DAYS = 15;
    private static final long CELL = RandomTicket.CELL;
    /** At one moment; a second turn is for what ends only what that moment began. */
    private static final List<String> RANK = List.of(
            "CREATED",
            "WAIT_ENDED",
            "CLIENT_CONTACT",
            "REOPENED",
            "ASSIGNED",
            "AUTOMATIC_MESSAGE",
            "PUBLIC_MESSAGE",
            "RESPONSE_STATUS",
            "PUBLIC_UPDATE",
            "PLAN_GIVEN",
            "WAIT_STARTED",
            "WAIT_ENDED, second turn",
            "RESOLVED",
            "CLOSED",
            "CANCELLED",
            "REOPENED, second turn",
            "TERMS_CHANGED");

    /** One cycle, with the moments that matter. */
    static final class Cycle {
        String key;
        Instant startedAt;
        long target;
        long used;
        long usedByNow;
        Instant usedUpAt;
        boolean late;
        Instant endedAt;
        CancelReason cancelledFor;
        WaitReason pausedBy;
        ClockState state;
        Instant due;
    }

    final Map<ClockKind, List<Cycle>> cycles = new EnumMap<>(ClockKind.class);
    final Map<Owner, Long> cells = new EnumMap<>(Owner.class);
    private final Map<ClockKind, Cycle> running = new EnumMap<>(ClockKind.class);
    private final Map<ClockKind, Boolean> given = new EnumMap<>(ClockKind.class);
    private final Map<WaitReason, Instant> waitFrom = new EnumMap<>(WaitReason.class);
    private final Map<WaitReason, Instant> waitUntil = new EnumMap<>(WaitReason.class);
    final List<String> waits = new ArrayList<>();
    private final Map<WaitReason, Boolean> waitCounts = new EnumMap<>(WaitReason.class);
    private final Map<CompiledCalendar, CalendarText> texts;
    private final Map<CompiledCalendar, SlowCalendar> painted = new IdentityHashMap<>();
    private final List<SlaEvent> events;
    private final Instant createdAt;
    private final Instant asOf;
    private SlaTerms terms;
    private boolean ended;
    CancelReason cancelledFor;

    SlowTicket(SlaTerms pinned, List<SlaEvent> told, Instant asOf, Map<CompiledCalendar, CalendarText> texts) {
        this.terms = pinned;
        this.asOf = asOf;
        this.texts = texts;
        this.events = new ArrayList<>(
                told.stream().filter(event -> !event.at().isAfter(asOf)).toList());
        events.sort(Comparator.comparing(SlaEvent::at).thenComparing(SlaEvent::key));
        SlaEvent created = events.stream()
                .filter(event -> event.kind() == EventKind.CREATED)
                .findFirst()
                .orElseThrow();
        events.remove(created);
        createdAt = created.at();
        for (ClockKind kind : ClockKind.values()) {
            cycles.put(kind, new ArrayList<>());
            open(kind, created.key(), createdAt);
        }
        if (((Fact.Created) created.fact()).answered()) {
            give(ClockKind.RESPONSE, createdAt);
        }
    }

    SlowTicket live() {
        int next = 0;
        Instant now = createdAt;
        while (true) {
            while (next < events.size() && !events.get(next).at().isAfter(now)) {
                Instant moment = events.get(next).at();
                List<SlaEvent> together = events.stream()
                        .filter(event -> event.at().equals(moment))
                        .toList();
                happenTogether(together, now);
                next += together.size();
            }
            if (!now.isBefore(asOf)) {
                break;
            }
            spend(now);
            now = now.plusSeconds(CELL);
        }
        running.forEach((kind, cycle) -> cycle.pausedBy = pauseOf(kind, asOf));
        cycles.values().forEach(all -> all.forEach(this::judge));
        Instant future = asOf.plus(Duration.ofDays(FUTURE_DAYS));
        while (!ended && now.isBefore(future) && running.values().stream().anyMatch(SlowTicket::isUndecided)) {
            spend(now);
            now = now.plusSeconds(CELL);
        }
        running.values().forEach(cycle -> cycle.due = cycle.usedUpAt);
        return this;
    }

    private static boolean isUndecided(Cycle cycle) {
        return cycle.target >= 0 && cycle.usedUpAt == null;
    }

    private void judge(Cycle cycle) {
        cycle.usedByNow = cycle.used;
        boolean late = cycle.late || (cycle.endedAt == null && cycle.usedUpAt != null && cycle.usedUpAt.isBefore(asOf));
        cycle.late = late;
        if (cycle.cancelledFor != null && (!late || cycle.cancelledFor.voidsBreach())) {
            cycle.state = ClockState.CANCELLED;
        } else if (late) {
            cycle.state = ClockState.BREACHED;
        } else if (cycle.endedAt != null) {
            cycle.state = ClockState.MET;
        } else if (cycle.target < 0) {
            cycle.state = ClockState.NO_TARGET;
        } else {
            cycle.state = cycle.pausedBy != null ? ClockState.PAUSED : ClockState.RUNNING;
        }
    }

    /** One cell goes by. */
    private void spend(Instant now) {
        boolean past = !now.isBefore(asOf);
        if (ended) {
            cells.merge(Owner.ENDED, past ? 0L : 1L, Long::sum);
            return;
        }
        Owner owner = Owner.MSP;
        for (WaitReason reason : List.of(
                WaitReason.SCHEDULED,
                WaitReason.APPROVAL,
                WaitReason.VENDOR,
                WaitReason.RESPONSIBILITY,
                WaitReason.CLIENT)) {
            if (isWaiting(reason, now)) {
                owner = reason.owner();
            }
        }
        if (!isOpen(terms.clock(ClockKind.RESOLUTION).calendar(), now)) {
            owner = Owner.CLOSED;
        }
        cells.merge(owner, past ? 0L : 1L, Long::sum);
        running.forEach((kind, cycle) -> {
            boolean counts = cycle.target >= 0
                    && pauseOf(kind, now) == null
                    && isOpen(terms.clock(kind).calendar(), now);
            if (counts) {
                cycle.used++;
                if (cycle.used == cycle.target && cycle.usedUpAt == null) {
                    cycle.usedUpAt = now.plusSeconds(CELL);
                }
            }
        });
    }

    private WaitReason pauseOf(ClockKind kind, Instant now) {
        for (WaitReason reason : WaitReason.values()) {
            if (terms.clock(kind).pausedBy().contains(reason) && isWaiting(reason, now)) {
                return reason;
            }
        }
        return null;
    }

    private boolean isWaiting(WaitReason reason, Instant now) {
        Instant until = waitUntil.get(reason);
        return waitFrom.containsKey(reason) && waitCounts.get(reason) && (until == null || now.isBefore(until));
    }

    private boolean isOpen(CompiledCalendar calendar, Instant at) {
        return painted.computeIfAbsent(
                        calendar,
                        unused -> new SlowCalendar(
                                texts.get(calendar), createdAt, asOf.plus(Duration.ofDays(FUTURE_DAYS + 1)), (int)
                                        CELL))
                .isOpen(at);
    }

    private void happenTogether(List<SlaEvent> together, Instant now) {
        boolean wasEnded = ended;
        Set<WaitReason> waited = EnumSet.noneOf(WaitReason.class);
        for (WaitReason reason : waitFrom.keySet()) {
            if (!isPast(reason, now)) {
                waited.add(reason);
            }
        }
        for (String turn : RANK) {
            for (SlaEvent event : together) {
                boolean late = event.fact() instanceof Fact.WaitEnded over && !waited.contains(over.reason())
                        || event.kind() == EventKind.REOPENED && !wasEnded;
                if (turn.equals(
                        late ? event.kind() + ", second turn" : event.kind().name())) {
                    happen(event, now);
                }
            }
        }
    }

    private boolean isPast(WaitReason reason, Instant now) {
        Instant until = waitUntil.get(reason);
        return reason != WaitReason.CLIENT && until != null && !until.isAfter(now);
    }

    private void happen(SlaEvent event, Instant now) {
        EventKind kind = event.kind();
        if (event.fact() instanceof Fact.TermsChanged change) {
            changeTerms(change, event.key(), now);
        } else if (kind == EventKind.REOPENED) {
            reopen(event.key(), now);
        } else if (event.fact() instanceof Fact.Cancelled cancelled) {
            cancelledFor = cancelledFor == null ? cancelled.reason() : cancelledFor;
            if (!ended) {
                ended = true;
                waitFrom.clear();
                for (ClockKind clock : ClockKind.values()) {
                    end(clock, now, cancelled.reason());
                }
            }
        } else if (!ended) {
            work(event, now);
        }
    }

    private void work(SlaEvent event, Instant now) {
        if (terms.responseEvents().contains(event.kind())) {
            give(ClockKind.RESPONSE, now);
        }
        switch (event.fact()) {
            case Fact.WaitStarted wait -> {
                boolean firstAsked = wait.reason() == WaitReason.CLIENT
                        && waitFrom.containsKey(WaitReason.CLIENT)
                        && !waitCounts.get(WaitReason.CLIENT)
                        && wasAsked(now);
                if (!waitFrom.containsKey(wait.reason())
                        || wait.until() != null
                        || isPast(wait.reason(), now)
                        || firstAsked) {
                    waits.add(now + " " + wait.reason() + " " + event.key());
                    waitFrom.put(wait.reason(), now);
                    waitUntil.put(
                            wait.reason(), wait.reason() == WaitReason.CLIENT ? fiveDaysAfter(now) : wait.until());
                    waitCounts.put(wait.reason(), wait.reason() != WaitReason.CLIENT || wasAsked(now));
                }
            }
            case Fact.WaitEnded wait -> waitFrom.remove(wait.reason());
            default -> {}
        }
        switch (event.kind()) {
            case PLAN_GIVEN -> give(ClockKind.PLAN, now);
            case PUBLIC_MESSAGE, PUBLIC_UPDATE -> {
                end(ClockKind.UPDATE, now, null);
                open(ClockKind.UPDATE, event.key(), now);
            }
            case CLIENT_CONTACT -> {
                waitFrom.remove(WaitReason.CLIENT);
                end(ClockKind.UPDATE, now, CancelReason.SUPERSEDED);
                open(ClockKind.UPDATE, event.key(), now);
            }
            case RESOLVED, CLOSED -> {
                ended = true;
                waitFrom.clear();
                give(ClockKind.RESPONSE, now);
                give(ClockKind.PLAN, now);
                end(ClockKind.UPDATE, now, null);
                end(ClockKind.RESOLUTION, now, null);
            }
            default -> {}
        }
    }

    private boolean wasAsked(Instant at) {
        if (terms.clientWaits().questionWithin() == null) {
            return true;
        }
        return events.stream()
                .filter(event -> event.kind() == EventKind.PUBLIC_MESSAGE)
                .anyMatch(event -> !event.at().isBefore(at.minusSeconds(15 * 60))
                        && !event.at().isAfter(at.plusSeconds(15 * 60)));
    }

    private Instant fiveDaysAfter(Instant at) {
        if (terms.clientWaits().businessDays() == null) {
            return null;
        }
        CompiledCalendar calendar = terms.clock(ClockKind.RESOLUTION).calendar();
        CalendarText text = texts.get(calendar);
        ZoneId zone = ZoneId.of(text.zone());
        Instant from = at;
        while (!isOpen(calendar, from)) {
            from = from.plusSeconds(CELL);
        }
        LocalDate date = LocalDate.ofInstant(from, zone);
        LocalTime time = LocalTime.ofInstant(from, zone);
        for (int days = 0; days < 5; ) {
            date = date.plusDays(1);
            boolean opens = text.weekly().containsKey(date.getDayOfWeek().name());
            boolean skipped =
                    !ZonedDateTime.of(date, LocalTime.NOON, zone).toLocalDate().equals(date);
            if (opens && !skipped && !text.holidays().contains(date.toString())) {
                days++;
            }
        }
        return ZonedDateTime.of(date, time, zone).toInstant();
    }

    private void give(ClockKind kind, Instant now) {
        given.put(kind, true);
        end(kind, now, null);
    }

    private void open(ClockKind kind, String key, Instant now) {
        if (terms.clock(kind).hasTarget()) {
            Cycle cycle = new Cycle();
            cycle.key = key;
            cycle.startedAt = now;
            cycles.get(kind).add(cycle);
            running.put(kind, cycle);
            adopt(kind, cycle, now);
        }
    }

    private void adopt(ClockKind kind, Cycle cycle, Instant now) {
        cycle.late |= cycle.usedUpAt != null && cycle.usedUpAt.isBefore(now);
        cycle.target =
                terms.clock(kind).hasTarget() ? terms.clock(kind).target().toSeconds() / CELL : -1;
        if (!cycle.late) {
            cycle.usedUpAt = cycle.target >= 0 && cycle.used >= cycle.target ? now : null;
        }
    }

    private void end(ClockKind kind, Instant now, CancelReason reason) {
        Cycle cycle = running.remove(kind);
        if (cycle != null) {
            cycle.endedAt = now;
            cycle.cancelledFor = reason;
            cycle.late |= cycle.usedUpAt != null && cycle.usedUpAt.isBefore(now);
        }
    }

    private void reopen(String key, Instant now) {
        if (!ended || cancelledFor == CancelReason.AGREEMENT_ENDED) {
            return;
        }
        ended = false;
        cancelledFor = null;
        for (ClockKind kind : ClockKind.values()) {
            List<Cycle> all = cycles.get(kind);
            if (given.containsKey(kind)) {
                continue;
            }
            boolean fresh =
                    kind == ClockKind.UPDATE || all.isEmpty() || all.getLast().cancelledFor == CancelReason.RESTARTED;
            if (fresh) {
                open(kind, key, now);
            } else {
                Cycle cycle = all.getLast();
                cycle.endedAt = null;
                cycle.cancelledFor = null;
                if (!cycle.late) {
                    cycle.usedUpAt = null;
                }
                running.put(kind, cycle);
                adopt(kind, cycle, now);
            }
        }
    }

    private void changeTerms(Fact.TermsChanged change, String key, Instant now) {
        terms = change.terms();
        if (ended) {
            return;
        }
        boolean restart = change.newFactsFromClient() && terms.onChange() == ChangePolicy.RESTART;
        for (ClockKind kind : ClockKind.values()) {
            if (given.containsKey(kind)) {
                continue;
            }
            if (!running.containsKey(kind)) {
                open(kind, key, now);
            } else if (restart) {
                end(kind, now, CancelReason.RESTARTED);
                open(kind, key, now);
            } else {
                adopt(kind, running.get(kind), now);
            }
        }
    }
}
