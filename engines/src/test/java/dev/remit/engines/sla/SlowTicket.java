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
        long lastTarget;
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
    private final Map<WaitReason, String> waitKey = new EnumMap<>(WaitReason.class);
    final List<String> waits = new ArrayList<>();
    private final Map<WaitReason, Boolean> waitCounts = new EnumMap<>(WaitReason.class);
    private final Map<CompiledCalendar, CalendarText> texts;
    private final Map<CompiledCalendar, SlowCalendar> painted = new IdentityHashMap<>();
    private final List<SlaEvent> events;
    private final Instant createdAt;
    private final Instant asOf;
    private SlaTerms terms;
    private final boolean messagesSeen;
    private boolean responded;
    private boolean clientWroteLast;
    private boolean ended;
    CancelReason cancelledFor;

    SlowTicket(RandomTicket ticket) {
        this.terms = ticket.pinned;
        this.asOf = ticket.asOf;
        this.texts = ticket.texts;
        this.messagesSeen = ticket.delivery == MessageDelivery.DELIVERED;
        this.events = new ArrayList<>(ticket.events.stream()
                .filter(event -> !event.at().isAfter(asOf))
                .toList());
        events.sort(Comparator.comparing(SlaEvent::at).thenComparing(SlaEvent::key));
        SlaEvent created = events.stream()
                .filter(event -> event.kind() == EventKind.CREATED)
                .findFirst()
                .orElseThrow();
        events.remove(created);
        createdAt = created.at();
        boolean answered = ((Fact.Created) created.fact()).answered();
        responded = answered;
        clientWroteLast = !answered;
        for (ClockKind kind : ClockKind.values()) {
            cycles.put(kind, new ArrayList<>());
            if (kind != ClockKind.UPDATE || owesUpdate()) {
                open(kind, created.key(), createdAt);
            }
        }
        if (answered) {
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
            boolean counts =
                    pauseOf(kind, now) == null && isOpen(terms.clock(kind).calendar(), now);
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
                endStatusWaits();
                for (ClockKind clock : ClockKind.values()) {
                    end(clock, now, cancelled.reason());
                }
            }
        } else {
            wait(event, now);
            if (ended) {
                clientWroteLast = writtenLast(kind);
            } else {
                work(event, now);
            }
        }
    }

    private boolean writtenLast(EventKind kind) {
        return kind == EventKind.CLIENT_CONTACT
                || clientWroteLast && kind != EventKind.PUBLIC_MESSAGE && kind != EventKind.PUBLIC_UPDATE;
    }

    private void endStatusWaits() {
        waitFrom.remove(WaitReason.CLIENT);
        waitFrom.remove(WaitReason.VENDOR);
    }

    private void wait(SlaEvent event, Instant now) {
        switch (event.fact()) {
            case Fact.WaitStarted wait -> {
                if (ended && (wait.reason() == WaitReason.CLIENT || wait.reason() == WaitReason.VENDOR)) {
                    return;
                }
                boolean firstAsked = wait.reason() == WaitReason.CLIENT
                        && waitFrom.containsKey(WaitReason.CLIENT)
                        && !waitCounts.get(WaitReason.CLIENT)
                        && wasAsked(now)
                        && !isDisallowed(event);
                if (!waitFrom.containsKey(wait.reason())
                        || wait.until() != null
                        || isPast(wait.reason(), now)
                        || firstAsked) {
                    if (!ended) {
                        waits.add(now + " " + wait.reason() + " " + event.key());
                    }
                    waitKey.put(wait.reason(), event.key());
                    waitFrom.put(wait.reason(), now);
                    waitUntil.put(
                            wait.reason(), wait.reason() == WaitReason.CLIENT ? fiveDaysAfter(now) : wait.until());
                    waitCounts.put(
                            wait.reason(),
                            (wait.reason() != WaitReason.CLIENT || wasAsked(now)) && !isDisallowed(event));
                }
            }
            case Fact.WaitEnded wait -> waitFrom.remove(wait.reason());
            default -> {}
        }
    }

    private boolean isDisallowed(SlaEvent wait) {
        return events.stream().anyMatch(event -> event.fact().equals(new Fact.WaitDisallowed(wait.key())));
    }

    private void work(SlaEvent event, Instant now) {
        if (terms.responseEvents().contains(event.kind())) {
            give(ClockKind.RESPONSE, now);
            boolean first = !responded;
            responded = true;
            if (first && !running.containsKey(ClockKind.UPDATE)) {
                clientWroteLast = false;
            }
        }
        clientWroteLast = writtenLast(event.kind());
        switch (event.kind()) {
            case PLAN_GIVEN -> give(ClockKind.PLAN, now);
            case PUBLIC_MESSAGE, PUBLIC_UPDATE -> end(ClockKind.UPDATE, now, null);
            case CLIENT_CONTACT -> waitFrom.remove(WaitReason.CLIENT);
            case RESOLVED, CLOSED -> {
                ended = true;
                responded = true;
                clientWroteLast = false;
                endStatusWaits();
                give(ClockKind.RESPONSE, now);
                give(ClockKind.PLAN, now);
                end(ClockKind.UPDATE, now, null);
                end(ClockKind.RESOLUTION, now, null);
            }
            default -> {}
        }
        oweUpdate(event.key(), now);
    }

    /** Opens the clock of what is owed and not under way. */
    private void oweUpdate(String key, Instant now) {
        if (!ended && owesUpdate() && !running.containsKey(ClockKind.UPDATE)) {
            open(ClockKind.UPDATE, key, now);
        }
    }

    private boolean owesUpdate() {
        if (hasTarget(ClockKind.RESPONSE) && !responded) {
            return false;
        }
        return terms.updateAfter() == UpdateAfter.ALWAYS || clientWroteLast;
    }

    private boolean hasTarget(ClockKind kind) {
        boolean never = !messagesSeen
                && (kind == ClockKind.UPDATE
                        || kind == ClockKind.RESPONSE
                                && terms.responseEvents().equals(Set.of(EventKind.PUBLIC_MESSAGE)));
        return terms.clock(kind).hasTarget() && !never;
    }

    private boolean wasAsked(Instant at) {
        ClientWaitRule.Proof proof = terms.clientWaits().proof();
        if (proof == ClientWaitRule.Proof.STATUS
                || proof == ClientWaitRule.Proof.QUESTION_WHERE_SEEN && !messagesSeen) {
            return true;
        }
        return events.stream()
                .filter(event -> event.fact().equals(new Fact.PublicMessage(true)))
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
        LocalDate date = businessDaysAfter(LocalDate.ofInstant(from, zone), 5, text);
        return ZonedDateTime.of(date, LocalTime.ofInstant(from, zone), zone).toInstant();
    }

    private static LocalDate businessDaysAfter(LocalDate date, int count, CalendarText text) {
        ZoneId zone = ZoneId.of(text.zone());
        LocalDate day = date;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            boolean opens = text.weekly().containsKey(day.getDayOfWeek().name());
            boolean skipped =
                    !ZonedDateTime.of(day, LocalTime.NOON, zone).toLocalDate().equals(day);
            if (opens && !skipped && !text.holidays().contains(day.toString())) {
                left--;
            }
        }
        return day;
    }

    /** A target counted out on the calendar, from when the clock started. */
    private long cells(ClockKind kind, Instant start) {
        return switch (terms.clock(kind).target()) {
            case Target.OpenTime open -> open.time().toSeconds() / CELL;
            case Target.Days days -> {
                CompiledCalendar calendar = terms.clock(kind).calendar();
                long open = 0;
                Instant end = momentOf(days, calendar, start);
                for (Instant now = start; now.isBefore(end); now = now.plusSeconds(CELL)) {
                    open += isOpen(calendar, now) ? 1 : 0;
                }
                yield open;
            }
        };
    }

    private Instant momentOf(Target.Days days, CompiledCalendar calendar, Instant start) {
        CalendarText text = texts.get(calendar);
        ZoneId zone = ZoneId.of(text.zone());
        LocalDate date = businessDaysAfter(LocalDate.ofInstant(start, zone), days.businessDays(), text);
        if (!days.by().equals("CLOSE")) {
            Instant at =
                    ZonedDateTime.of(date, LocalTime.parse(days.by()), zone).toInstant();
            if (isOpen(calendar, at.minusSeconds(CELL))) {
                return at;
            }
        }
        List<String> window = text.weekly().get(date.getDayOfWeek().name()).getFirst();
        boolean midnight = window.get(1).equals("24:00");
        LocalTime closes = midnight ? LocalTime.MIN : LocalTime.parse(window.get(1));
        boolean nextDay = midnight || closes.isBefore(LocalTime.parse(window.get(0)));
        return ZonedDateTime.of(nextDay ? date.plusDays(1) : date, closes, zone).toInstant();
    }

    private void give(ClockKind kind, Instant now) {
        given.put(kind, true);
        end(kind, now, null);
    }

    private void open(ClockKind kind, String key, Instant now) {
        if (hasTarget(kind)) {
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
        cycle.target = hasTarget(kind) ? cells(kind, cycle.startedAt) : -1;
        cycle.lastTarget = cycle.target >= 0 ? cycle.target : cycle.lastTarget;
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
        for (WaitReason reason : List.copyOf(waitFrom.keySet())) {
            if (isPast(reason, now)) {
                waitFrom.remove(reason);
            } else {
                waits.add(now + " " + reason + " " + waitKey.get(reason));
            }
        }
        oweUpdate(key, now);
        for (ClockKind kind : ClockKind.values()) {
            List<Cycle> all = cycles.get(kind);
            if (given.containsKey(kind) || kind == ClockKind.UPDATE) {
                continue;
            }
            boolean fresh = all.isEmpty() || all.getLast().cancelledFor == CancelReason.RESTARTED;
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
        if (running.containsKey(ClockKind.UPDATE) && !hasTarget(ClockKind.UPDATE)) {
            end(ClockKind.UPDATE, now, CancelReason.NO_TARGET);
        } else if (running.containsKey(ClockKind.UPDATE) && !owesUpdate()) {
            end(ClockKind.UPDATE, now, CancelReason.SUPERSEDED);
        }
        boolean restart = change.newFactsFromClient() && terms.onChange() == ChangePolicy.RESTART;
        for (ClockKind kind : ClockKind.values()) {
            if (given.containsKey(kind)) {
                continue;
            }
            Cycle cycle = running.get(kind);
            long shorter = cycle != null && hasTarget(kind) ? cells(kind, cycle.startedAt) : Long.MAX_VALUE;
            if (cycle == null && kind == ClockKind.UPDATE) {
                oweUpdate(key, now);
            } else if (cycle == null) {
                open(kind, key, now);
            } else if (restart && shorter < cycle.lastTarget) {
                end(kind, now, CancelReason.RESTARTED);
                open(kind, key, now);
            } else {
                adopt(kind, cycle, now);
            }
        }
    }
}
