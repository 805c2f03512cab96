package dev.remit.engines.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.List;

/**
 * The reference: paints every open cell of a stretch of time, one cell after the other, and counts cells. Reads the
 * calendar's text itself and shares nothing with what it checks. Slow and plain on purpose.
 */
public final class SlowCalendar {
    private final CalendarText text;
    private final ZoneId zone;
    private final long origin;
    private final int cellSeconds;
    private final int cells;
    private final BitSet open;

    /** Paints {@code [from, to)} in cells of so many seconds; every moment asked for later must be on a cell's edge. */
    public SlowCalendar(CalendarText text, Instant from, Instant to, int cellSeconds) {
        this.text = text;
        this.zone = ZoneId.of(text.zone());
        this.origin = from.getEpochSecond();
        this.cellSeconds = cellSeconds;
        this.cells = cellOf(to);
        this.open = new BitSet(cells);
        LocalDate last = LocalDate.ofInstant(to, zone).plusDays(2);
        for (LocalDate date = LocalDate.ofInstant(from, zone).minusDays(3);
                !date.isAfter(last);
                date = date.plusDays(1)) {
            paint(date);
        }
    }

    private int cellOf(Instant at) {
        return Math.toIntExact((at.getEpochSecond() - origin) / cellSeconds);
    }

    private void paint(LocalDate date) {
        boolean skipped =
                !ZonedDateTime.of(date, LocalTime.MIN, zone).toLocalDate().equals(date);
        if (skipped || text.holidays().contains(date.toString())) {
            return;
        }
        List<List<String>> windows = text.exceptions().containsKey(date.toString())
                ? text.exceptions().get(date.toString())
                : text.weekly().getOrDefault(date.getDayOfWeek().name(), List.of());
        for (List<String> window : windows) {
            LocalTime opens = LocalTime.parse(window.get(0));
            boolean nextDay = window.get(1).equals("24:00")
                    || LocalTime.parse(window.get(1)).isBefore(opens);
            LocalTime closes = window.get(1).equals("24:00") ? LocalTime.MIN : LocalTime.parse(window.get(1));
            Instant from = ZonedDateTime.of(date, opens, zone).toInstant();
            Instant to = ZonedDateTime.of(nextDay ? date.plusDays(1) : date, closes, zone)
                    .toInstant();
            int first = Math.max(0, cellOf(from));
            int last = Math.min(cells, cellOf(to));
            if (first < last) {
                open.set(first, last);
            }
        }
    }

    /** Closes a stretch for good, as a pause does; a null end is never. */
    public SlowCalendar without(Instant from, Instant to) {
        int first = Math.max(0, cellOf(from));
        int last = to == null ? cells : Math.min(cells, cellOf(to));
        if (first < last) {
            open.clear(first, last);
        }
        return this;
    }

    /** Whether the cell that begins at a moment is open. */
    public boolean isOpen(Instant at) {
        return open.get(cellOf(at));
    }

    /** Open seconds from one moment to another. */
    public long openSeconds(Instant from, Instant to) {
        return to.isBefore(from) ? 0 : (long) open.get(cellOf(from), cellOf(to)).cardinality() * cellSeconds;
    }

    /** The first cell's edge by which so many cells have been open, or null when that is after what was painted. */
    public Instant due(Instant from, long openCells) {
        long left = openCells;
        int cell = cellOf(from);
        while (left > 0 && cell < cells) {
            if (open.get(cell)) {
                left--;
            }
            cell++;
        }
        return left > 0 ? null : Instant.ofEpochSecond(origin + (long) cell * cellSeconds);
    }

    /** The band of a moment, by the definition. */
    public Band bandAt(Instant at) {
        LocalDate date = LocalDate.ofInstant(at, zone);
        if (text.holidays().contains(date.toString())) {
            return Band.HOLIDAY;
        }
        if (isOpen(at)) {
            return Band.BUSINESS;
        }
        List<String> weekend = text.weekendDays() == null ? List.of("SATURDAY", "SUNDAY") : text.weekendDays();
        return weekend.contains(date.getDayOfWeek().name()) ? Band.WEEKEND : Band.AFTER_HOURS;
    }
}
