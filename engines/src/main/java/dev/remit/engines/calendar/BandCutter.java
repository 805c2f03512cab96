package dev.remit.engines.calendar;

import dev.remit.engines.StepBudget;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tells the band of a moment and cuts a stretch where it changes: at window edges, local midnights and new offsets. */
final class BandCutter {
    private static final long DAY = 86_400L;

    private final OpenTables tables;
    private final StepBudget budget;
    private final long[] holidays;
    private final boolean[] weekend = new boolean[7];

    BandCutter(WorkingCalendar calendar, OpenTables tables, StepBudget budget) {
        this.budget = budget;
        this.tables = tables;
        this.holidays =
                calendar.holidays().stream().mapToLong(LocalDate::toEpochDay).toArray();
        for (DayOfWeek day : calendar.weekendDays()) {
            weekend[day.getValue() - 1] = true;
        }
    }

    Band bandAt(long second) {
        OpenTable table = tables.at(second);
        return bandAt(table, (int) (second - table.start()));
    }

    List<BandPiece> cut(long start, long end) {
        if (end <= start) {
            return List.of();
        }
        List<BandPiece> pieces = new ArrayList<>(4);
        long from = start;
        long at = start;
        Band band = bandAt(start);
        while (at < end) {
            budget.spend(StepBudget.BAND_CHANGE);
            at = Math.min(end, nextChange(at));
            Band next = at < end ? bandAt(at) : null;
            if (next != band) {
                pieces.add(new BandPiece(band, Instant.ofEpochSecond(from), Instant.ofEpochSecond(at)));
                from = at;
                band = next;
            }
        }
        return List.copyOf(pieces);
    }

    /** A moment after {@code second} up to which nothing changes. */
    private long nextChange(long second) {
        OpenTable table = tables.at(second);
        int at = (int) (second - table.start());
        long local = second + table.offsetAt(at);
        long midnight = second + (Math.floorDiv(local, DAY) + 1) * DAY - local;
        int edge = table.edgeAfter(at);
        long change = Math.min(midnight, table.start() + table.offsetUntil(at));
        return edge == -1 ? change : Math.min(change, table.start() + edge);
    }

    private Band bandAt(OpenTable table, int at) {
        long date = Math.floorDiv(table.start() + at + table.offsetAt(at), DAY);
        if (Arrays.binarySearch(holidays, date) >= 0) {
            return Band.HOLIDAY;
        }
        if (table.isOpen(at)) {
            return Band.BUSINESS;
        }
        int dayOfWeek = (int) Math.floorMod(date + 3, 7L);
        return weekend[dayOfWeek] ? Band.WEEKEND : Band.AFTER_HOURS;
    }
}
