package dev.remit.tickets.clocks;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.calendar.CalendarText;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.sla.Pause;
import dev.remit.engines.sla.SlaSimulation;
import dev.remit.engines.sla.Target;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One case to answer for without storing anything. Instants are texts here, so that a fault in one can be named by its path. */
@Schema(
        name = "SlaSimulationCase",
        additionalProperties = Schema.False.class,
        requiredProperties = {"zone", "weekly", "start"})
record SimulationCase(
        @Schema(description = "IANA zone", examples = "Europe/London")
        String zone,

        @Schema(description = "For each day such as MONDAY, pairs of HH:mm: open and close")
        Map<String, List<List<String>>> weekly,

        @Schema(description = "Local dates on which no window opens")
        List<String> holidays,

        @Schema(
                description = "For a local date, the windows that take the place of its weekly ones",
                examples = "{\"2026-12-24\":[[\"09:00\",\"12:00\"]]}")
        Map<String, List<List<String>>> exceptions,

        @Schema(format = "date-time") String start,

        @Schema(minimum = "0", description = "Open time allowed; without it there is no due")
        Long targetMinutes,

        @Schema(
                minimum = "1",
                maximum = "366",
                description = "In place of targetMinutes: until a moment of the so-manieth date on which a window opens"
                        + " after that of the start")
        Integer businessDays,

        @Schema(
                pattern = Target.Days.BY,
                description = "That moment: CLOSE for the last closing of the date, or a time of day, which means the"
                        + " last closing too if nothing is open right before it",
                examples = "CLOSE")
        String by,

        @Schema(description = "Pairs of instants: from and to; to may be null")
        List<List<String>> pauses,

        @Schema(description = "Moments for which elapsed time is asked")
        List<String> asOf) {

    private static final int MOST = 10_000;
    /** More open minutes than there are in a hundred years, so never reached, and still countable in seconds. */
    private static final long NEVER_REACHED = 100_000_000L;

    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    /** Beyond any horizon that a start can have, and after the end of time that people write. */
    private static final Instant LATEST_START = Instant.parse("9000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Duration LONGEST_SPAN = Duration.ofDays(366L * 200);

    /** The answer; {@code due} is null where it is never reached within a hundred years. */
    @Schema(name = "SlaSimulationResult")
    record Answer(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(nullable = true)
            Instant due,

            List<Elapsed> elapsed) {}

    /** Open time used up by a moment. */
    @Schema(name = "SlaSimulationElapsed")
    record Elapsed(Instant at, long businessMinutes, long businessSeconds) {}

    /** @throws InvalidInput naming the field */
    Answer answer(Calendars calendars) {
        CompiledCalendar calendar = calendars.of(new CalendarText(zone, weekly, holidays, exceptions, null));
        Instant from = instant(start, "start");
        if (from.isAfter(LATEST_START)) {
            throw new InvalidInput("start", "must not be after the year 8999");
        }
        Target.Days days = days();
        SlaSimulation simulation = new SlaSimulation(calendar, from, pausesFrom());
        List<Instant> moments = moments(from);
        Instant due = days == null
                ? within("targetMinutes", () -> targetMinutes == null ? null : simulation.due(targetSeconds()))
                : within("businessDays", () -> simulation.due(days.seconds(calendar, from)));
        return new Answer(due, within("asOf", () -> elapsed(simulation, moments)));
    }

    /** The target if it is in business days; null if it is in minutes, or there is none. */
    private Target.Days days() {
        if (targetMinutes != null && targetMinutes < 0) {
            throw new InvalidInput("targetMinutes", "must not be negative");
        }
        if (targetMinutes != null && businessDays != null) {
            throw new InvalidInput("businessDays", "cannot be there beside targetMinutes");
        }
        return businessDays == null && by == null ? null : new Target.Days(businessDays, by);
    }

    private long targetSeconds() {
        return Math.min(targetMinutes, NEVER_REACHED) * 60;
    }

    /** What a calculation would take too much of is the fault of the field that asks for it. */
    private static <T> T within(String path, Supplier<T> calculation) {
        try {
            return calculation.get();
        } catch (TooMuchWork refused) {
            throw refused.at(path);
        }
    }

    private static List<Elapsed> elapsed(SlaSimulation simulation, List<Instant> moments) {
        return simulation.elapsed(moments).stream()
                .map(elapsed -> new Elapsed(elapsed.at(), elapsed.minutes(), elapsed.seconds()))
                .toList();
    }

    private List<Instant> moments(Instant from) {
        List<String> texts = limited(asOf, "asOf");
        List<Instant> moments = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Instant at = instant(texts.get(i), "asOf[" + i + "]");
            if (Duration.between(from, at).compareTo(LONGEST_SPAN) > 0) {
                throw new InvalidInput("asOf[" + i + "]", "must not be more than 200 years after start");
            }
            moments.add(at);
        }
        return moments;
    }

    private List<Pause> pausesFrom() {
        List<List<String>> pairs = limited(pauses, "pauses");
        List<Pause> parsed = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            List<String> pair = pairs.get(i);
            String path = "pauses[" + i + "]";
            if (pair == null || pair.size() != 2) {
                throw new InvalidInput(path, "must be a pair of instants: from and to");
            }
            Instant to = pair.get(1) == null ? null : instant(pair.get(1), path + "[1]");
            parsed.add(new Pause(instant(pair.get(0), path + "[0]"), to));
        }
        return parsed;
    }

    private static <T> List<T> limited(List<T> list, String path) {
        if (list != null && list.size() > MOST) {
            throw new InvalidInput(path, "must have at most " + MOST + " elements");
        }
        return list == null ? List.of() : list;
    }

    private static Instant instant(String text, String path) {
        if (text == null) {
            throw new InvalidInput(path, "is missing");
        }
        try {
            Instant instant = Instant.parse(text);
            if (instant.isAfter(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException malformed) {
            // Falls to the one answer for what is no moment that we can read.
        }
        throw new InvalidInput(path, "must be an instant in UTC such as 2026-06-20T21:30:00Z");
    }
}
