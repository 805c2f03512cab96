package dev.remit.engines.sla;

import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A random ticket: terms, and events on every fifth minute of a fortnight, many of them at once. */
public final class RandomTicket {
    /** Every moment is so many seconds from the next. */
    static final long CELL = 300;

    private static final String[] ZONES = {
        "Europe/London",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Pacific/Apia",
        "Africa/Casablanca",
        "America/Sao_Paulo"
    };
    /** Clocks jump in some zone within days of each of these. */
    private static final String[] STARTS = {
        "2026-03-06T00:00:00Z",
        "2026-03-27T00:00:00Z",
        "2026-10-01T00:00:00Z",
        "2026-10-23T00:00:00Z",
        "2026-06-01T00:00:00Z",
        "2026-02-10T00:00:00Z",
        "2018-10-31T00:00:00Z",
        "2011-12-26T00:00:00Z"
    };

    /** Within some hours, at their edges, and outside of them. */
    private static final String[] BY = {"CLOSE", "CLOSE", "16:00", "12:35", "17:00", "09:00", "20:00", "02:30", "00:00"
    };

    private static final EventKind[] PLAIN = {
        EventKind.CLIENT_CONTACT,
        EventKind.CLIENT_CONTACT,
        EventKind.ASSIGNED,
        EventKind.AUTOMATIC_MESSAGE,
        EventKind.INTERNAL_NOTE,
        EventKind.RESPONSE_STATUS,
        EventKind.PUBLIC_UPDATE,
        EventKind.PLAN_GIVEN,
        EventKind.RESOLVED,
        EventKind.REOPENED,
        EventKind.REOPENED,
        EventKind.CLOSED
    };

    final Map<CompiledCalendar, CalendarText> texts = new HashMap<>();
    public final SlaTerms pinned;
    public final MessageDelivery delivery;
    public final List<SlaEvent> events = new ArrayList<>();
    public final Instant asOf;
    private final Random random;
    private final List<CompiledCalendar> calendars = new ArrayList<>();
    private final Instant start;

    public RandomTicket(long seed, int mostEvents) {
        random = new Random(seed);
        start = Instant.parse(STARTS[random.nextInt(STARTS.length)]).plusSeconds(CELL * random.nextInt(800));
        for (int i = 0; i < 2; i++) {
            addCalendar();
        }
        pinned = terms();
        delivery = random.nextInt(4) == 0 ? MessageDelivery.NOT_DELIVERED : MessageDelivery.DELIVERED;
        events.add(SlaEvent.of("created", start, new Fact.Created(random.nextInt(8) == 0)));
        Instant at = start;
        for (int i = random.nextInt(mostEvents); i > 0; i--) {
            at = random.nextInt(4) == 0 ? at : at.plusSeconds(CELL * random.nextInt(random.nextInt(3) == 0 ? 500 : 60));
            events.add(SlaEvent.of("event-" + i, at, fact(at)));
        }
        Instant around = at.plusSeconds(CELL * (random.nextInt(800) - 100));
        asOf = around.isBefore(start) ? start : around;
        for (SlaEvent event : List.copyOf(events)) {
            if (event.kind() == EventKind.WAIT_STARTED && random.nextInt(5) == 0) {
                events.add(disallowing(event));
            }
        }
    }

    /** That a wait does not count, as is settled. */
    public static SlaEvent disallowing(SlaEvent wait) {
        return SlaEvent.of("contest of " + wait.key(), wait.at(), new Fact.WaitDisallowed(wait.key()));
    }

    private void addCalendar() {
        String[] hours = {"09:00-17:00", "08:30-17:30", "22:00-06:00", "00:00-24:00", "00:00-03:00"};
        List<String> ends = List.of(hours[random.nextInt(hours.length)].split("-"));
        Map<String, List<List<String>>> week = Stream.of(
                        "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SUNDAY")
                .limit(random.nextInt(2) + 5L)
                .collect(Collectors.toMap(day -> day, day -> List.of(ends)));
        String holiday =
                start.plus(Duration.ofDays(random.nextInt(10))).toString().substring(0, 10);
        CalendarText text = new CalendarText(
                ZONES[random.nextInt(ZONES.length)],
                week,
                List.of(holiday),
                Map.of(),
                random.nextBoolean() ? null : List.of());
        CompiledCalendar calendar = text.parse().compile();
        calendars.add(calendar);
        texts.put(calendar, text);
    }

    private SlaTerms terms() {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(ClockKind.class);
        CompiledCalendar calendar = calendars.get(random.nextInt(calendars.size()));
        for (ClockKind kind : ClockKind.values()) {
            Set<WaitReason> pauses = EnumSet.noneOf(WaitReason.class);
            for (WaitReason reason : WaitReason.values()) {
                if (random.nextInt(3) > 0) {
                    pauses.add(reason);
                }
            }
            Target target = random.nextInt(5) == 0 ? null : target();
            CompiledCalendar own = random.nextInt(5) == 0 ? calendars.get(random.nextInt(calendars.size())) : calendar;
            clocks.put(kind, new ClockTerms(target, own, random.nextBoolean() ? kind.pausedByDefault() : pauses));
        }
        return new SlaTerms(
                clocks,
                random.nextInt(3) == 0 ? Set.of(EventKind.PUBLIC_MESSAGE) : SlaTerms.USUAL_RESPONSES,
                SlaTerms.USUAL_WARNINGS,
                random.nextBoolean() ? ChangePolicy.CARRY : ChangePolicy.RESTART,
                random.nextBoolean() ? UpdateAfter.ALWAYS : UpdateAfter.CLIENT_MESSAGE,
                random.nextBoolean() ? ClientWaitRule.USUAL : ClientWaitRule.AS_RECORDED);
    }

    private Target target() {
        return random.nextInt(3) == 0
                ? new Target.Days(1 + random.nextInt(4), BY[random.nextInt(BY.length)])
                : new Target.OpenTime(Duration.ofSeconds(CELL * random.nextInt(300)));
    }

    private Fact fact(Instant at) {
        WaitReason reason = WaitReason.values()[random.nextInt(WaitReason.values().length)];
        return switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                new Fact.WaitStarted(
                        reason,
                        reason == WaitReason.CLIENT || random.nextBoolean()
                                ? null
                                : at.plusSeconds(CELL * (random.nextInt(600) - 40)));
            case 3, 4 -> new Fact.WaitEnded(reason);
            case 5 ->
                random.nextInt(4) > 0
                        ? new Fact.TermsChanged(terms(), random.nextBoolean())
                        : new Fact.Cancelled(CancelReason.values()[random.nextInt(5)]);
            case 6, 7 -> new Fact.PublicMessage(random.nextInt(3) > 0);
            default -> new Fact.Happened(PLAIN[random.nextInt(PLAIN.length)]);
        };
    }

    SlaReading read() {
        return SlaClocks.read(pinned, delivery, events, asOf, asOf);
    }
}
