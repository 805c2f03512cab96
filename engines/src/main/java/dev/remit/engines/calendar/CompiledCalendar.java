package dev.remit.engines.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.remit.engines.StepBudget;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * A {@link WorkingCalendar} that answers questions in the time of a binary search, however far apart the moments are.
 *
 * <p>Counts whole seconds of real time: a fraction of a second in an argument is dropped. Moments are between the years
 * 1 and 9999. Safe to share between threads; what it keeps in memory is bounded. Two are equal when their calendars are.
 */
public final class CompiledCalendar {
    /** How far from its start a due moment is looked for. */
    public static final int HORIZON_YEARS = 100;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long SHORTEST_HORIZON = HORIZON_YEARS * 365L * 86_400L;
    private static final long LONGEST_HORIZON = HORIZON_YEARS * 366L * 86_400L;
    private static final long EARLIEST = LocalDate.of(1, 1, 1).toEpochDay() * 86_400L;
    private static final long LATEST = LocalDate.of(10_000, 1, 1).toEpochDay() * 86_400L - 1;

    private final WorkingCalendar calendar;
    private final OpenTables tables;
    private final BandCutter bands;
    private final BusinessDays businessDays;

    CompiledCalendar(WorkingCalendar calendar, StepBudget budget) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.tables = new OpenTables(calendar, budget);
        this.bands = new BandCutter(calendar, tables, budget);
        this.businessDays = new BusinessDays(calendar, budget);
    }

    /**
     * The calendar of a text.
     *
     * @throws dev.remit.engines.InvalidInput naming the first field that is wrong
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CompiledCalendar of(CalendarText text) {
        return text.parse().compile();
    }

    /** The text of the calendar, which is its JSON. */
    @JsonValue
    public CalendarText text() {
        return CalendarText.of(calendar);
    }

    /** The value that this was compiled from. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** Whether work is done at a moment; at a closing edge it is not, at an opening one it is. */
    public boolean isOpen(Instant at) {
        long second = second(at);
        OpenTable table = tables.at(second);
        return table.isOpen((int) (second - table.start()));
    }

    /**
     * Open seconds in {@code [from, to)}.
     *
     * @return 0 or more; 0 when {@code to} is not after {@code from}
     */
    public long openSeconds(Instant from, Instant to) {
        return openSeconds(second(from), second(to));
    }

    /**
     * How many steps of a {@link StepBudget} it takes at most to count the open seconds between two moments, with the
     * tables that are made for it.
     *
     * @return 0 or more; 0 within the span of one table
     */
    public long steps(Instant from, Instant to) {
        return Math.max(0, OpenTable.indexOf(second(to)) - OpenTable.indexOf(second(from))) * tables.stepsOfOne();
    }

    private long openSeconds(long from, long to) {
        if (to <= from) {
            return 0;
        }
        OpenTable first = tables.at(from);
        OpenTable last = tables.at(to);
        long open = last.openUntil((int) (to - last.start()));
        open -= first.openUntil((int) (from - first.start()));
        for (long index = first.index(); index < last.index(); index++) {
            open += tables.get(index).total();
        }
        return open;
    }

    /**
     * The earliest moment by which so many open seconds have passed since {@code from}: when that is at a closing edge,
     * the closing moment and not the next opening.
     *
     * @param from where counting starts
     * @param seconds open seconds to pass, 0 or more; for 0 the answer is {@code from}, to the second
     * @return the moment, or null when it is more than {@link #HORIZON_YEARS} years after {@code from}
     */
    public Instant due(Instant from, long seconds) {
        long start = second(from);
        long due = due(start, seconds, start + LONGEST_HORIZON);
        if (due == NEVER
                || (due - start > SHORTEST_HORIZON && due > horizon(from).getEpochSecond())) {
            return null;
        }
        return Instant.ofEpochSecond(due);
    }

    /**
     * As {@link #due(Instant, long)}, looking no further than a given moment.
     *
     * @param notAfter the last moment that may be the answer
     * @return the moment, or null when it is after {@code notAfter}
     */
    public Instant due(Instant from, long seconds, Instant notAfter) {
        long due = due(second(from), seconds, notAfter.getEpochSecond());
        return due == NEVER ? null : Instant.ofEpochSecond(due);
    }

    private long due(long start, long seconds, long limit) {
        if (seconds < 0) {
            throw new IllegalArgumentException("cannot be due in less than no time: " + seconds);
        }
        if (seconds == 0) {
            return start <= limit ? start : NEVER;
        }
        OpenTable table = tables.at(start);
        long needed = table.openUntil((int) (start - table.start())) + seconds;
        if (needed < 0) {
            return NEVER;
        }
        while (needed > table.total()) {
            needed -= table.total();
            table = tables.get(table.index() + 1);
            if (table.start() > limit) {
                return NEVER;
            }
        }
        long due = table.start() + table.reached((int) needed);
        return due <= limit ? due : NEVER;
    }

    /** The last moment at which something that started then is still looked for. */
    public static Instant horizon(Instant start) {
        return start.atOffset(ZoneOffset.UTC).plusYears(HORIZON_YEARS).toInstant();
    }

    /**
     * The first opening or closing strictly after a moment.
     *
     * @return the edge, or null when nothing opens or closes within {@link #HORIZON_YEARS} years
     */
    public Instant nextEdge(Instant at) {
        long second = second(at);
        long limit = horizon(at).getEpochSecond();
        OpenTable table = tables.at(second);
        boolean open = table.isOpen((int) (second - table.start()));
        int edge = table.edgeAfter((int) (second - table.start()));
        while (edge == -1 || edge == OpenTable.SPAN) {
            table = tables.get(table.index() + 1);
            if (table.start() > limit) {
                return null;
            }
            edge = table.isOpen(0) == open ? table.edgeAfter(0) : 0;
        }
        return table.start() + edge <= limit ? Instant.ofEpochSecond(table.start() + edge) : null;
    }

    /**
     * The first moment from another on at which work is done.
     *
     * @return the moment itself, to the second, where something is open; null when nothing opens within
     *     {@link #HORIZON_YEARS} years
     */
    public Instant firstOpen(Instant from) {
        return isOpen(from) ? Instant.ofEpochSecond(from.getEpochSecond()) : nextEdge(from);
    }

    /**
     * The end of a number of business days: the same local time of day as the start, on the so-manieth later date on which
     * a window opens. Outside open hours counting starts at the next opening.
     *
     * @param from where counting starts
     * @param days how many, 1 or more
     * @return the moment, or null when it is more than {@link #HORIZON_YEARS} years after {@code from}
     */
    public Instant afterBusinessDays(Instant from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("must be at least one business day: " + days);
        }
        Instant start = firstOpen(from);
        if (start == null) {
            return null;
        }
        LocalTime time = LocalTime.ofInstant(start, calendar.zone());
        return businessDays
                .after(start, days, horizon(from))
                .map(date -> businessDays.at(date, time))
                .orElse(null);
    }

    /**
     * A time of day on the so-manieth date after that of {@code from} on which a window opens.
     *
     * @param days how many, 1 or more
     * @param by a time of day; null, or a time with no open time right before it, is the last closing of the date's windows
     * @return the moment, or null when its date is more than {@link #HORIZON_YEARS} years after {@code from}
     */
    public Instant onBusinessDay(Instant from, int days, LocalTime by) {
        LocalDate date = businessDays.after(from, days, horizon(from)).orElse(null);
        if (date == null) {
            return null;
        }
        Instant moment = by == null ? null : businessDays.at(date, by);
        boolean inHours = moment != null && isOpen(moment.minusSeconds(1));
        return inHours ? moment : businessDays.lastClosing(date).orElseThrow();
    }

    /**
     * Cuts {@code [start, end)} wherever its band changes, by the local date and the windows of this calendar.
     *
     * @return the pieces in order, neighbours in different bands, together exactly the whole; empty when {@code end} is
     *     not after {@code start}
     */
    public List<BandPiece> bands(Instant start, Instant end) {
        return bands.cut(second(start), second(end));
    }

    /** The band of a moment. */
    public Band bandAt(Instant at) {
        return bands.bandAt(second(at));
    }

    private static long second(Instant at) {
        long second = at.getEpochSecond();
        if (second < EARLIEST || second > LATEST) {
            throw new IllegalArgumentException("not between the years 1 and 9999: " + at);
        }
        return second;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof CompiledCalendar that && calendar.equals(that.calendar));
    }

    @Override
    public int hashCode() {
        return calendar.hashCode();
    }

    @Override
    public String toString() {
        return calendar.toString();
    }
}
