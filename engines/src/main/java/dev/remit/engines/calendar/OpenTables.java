package dev.remit.engines.calendar;

import dev.remit.engines.StepBudget;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;

/**
 * Makes and keeps the tables of one calendar. Holds at most {@value #MOST_KEPT} of them, enough for a search of a hundred
 * years, and fewer where days have so many windows that they would take more than {@value #MOST_BYTES} bytes: what a
 * calculation holds for long is dear to collect. A table that was pushed out is made again. Safe to share: tables never
 * change, and two threads that make the same one at once only waste a little work.
 */
final class OpenTables {
    private static final int MOST_KEPT = 128;
    private static final int LEAST_KEPT = 4;
    private static final int MOST_BYTES = 4 << 20;
    private static final int BYTES_OF_A_STRETCH = 8;
    private static final long DAY = 86_400L;
    /** Days on either side of a date within which a change of offset can touch its windows. */
    private static final long REACH = 3 * DAY;

    private final WorkingCalendar calendar;
    private final ZoneRules rules;
    private final StepBudget budget;
    /** By day of the week from Monday, for all dates but the special ones. */
    private final List<List<DailyWindow>> week;
    /** Holidays and exceptions as days since the epoch, in order. */
    private final long[] specialDays;

    private final long stepsOfOne;
    private final AtomicReferenceArray<OpenTable> tables;

    OpenTables(WorkingCalendar calendar, StepBudget budget) {
        this.calendar = calendar;
        this.budget = budget;
        this.week = Arrays.stream(DayOfWeek.values())
                .map(day -> calendar.weekly().getOrDefault(day, List.of()))
                .toList();
        this.specialDays = Stream.concat(calendar.holidays().stream(), calendar.exceptions().keySet().stream())
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .toArray();
        this.rules = calendar.zone().getRules();
        int mostWindows = Stream.concat(week.stream(), calendar.exceptions().values().stream())
                .mapToInt(List::size)
                .max()
                .orElse(0);
        this.stepsOfOne = (OpenTable.SPAN / DAY + 7) * (1 + mostWindows);
        this.tables = new AtomicReferenceArray<>(kept(mostWindows));
    }

    /** A power of two. */
    private static int kept(int mostWindows) {
        long bytesOfOne = OpenTable.SPAN / DAY * Math.max(1, mostWindows) * BYTES_OF_A_STRETCH;
        return Integer.highestOneBit(Math.toIntExact(Math.clamp(MOST_BYTES / bytesOfOne, LEAST_KEPT, MOST_KEPT)));
    }

    /** The table of the span that holds a moment. */
    OpenTable at(long epochSecond) {
        return get(OpenTable.indexOf(epochSecond));
    }

    OpenTable get(long index) {
        int slot = (int) (index & (tables.length() - 1));
        OpenTable table = tables.get(slot);
        if (table == null || table.index() != index) {
            table = make(index);
            tables.set(slot, table);
        }
        return table;
    }

    /** What making a table takes at most. */
    long stepsOfOne() {
        return stepsOfOne;
    }

    private OpenTable make(long index) {
        long start = index * OpenTable.SPAN;
        long end = start + OpenTable.SPAN;
        long firstDay = Math.floorDiv(start, DAY) - 3;
        long lastDay = Math.floorDiv(end, DAY) + 2;
        budget.spend(lastDay - firstDay + 1);
        long[] changes = offsetChanges(start - 2 * REACH, end + 2 * REACH);
        int[] offsets = new int[changes.length + 1];
        offsets[0] = offsetAt(start - 2 * REACH);
        for (int i = 0; i < changes.length; i++) {
            offsets[i + 1] = offsetAt(changes[i]);
        }
        Stretches stretches = new Stretches(start, end, windowsBetween(firstDay, lastDay));
        int passed = 0;
        for (long day = firstDay; day <= lastDay; day++) {
            while (passed < changes.length && changes[passed] <= day * DAY) {
                passed++;
            }
            addDay(day, changes, offsets[passed], stretches);
        }
        return withOffsets(index, changes, stretches);
    }

    /** @param offset that of the day's midnight, which holds all around it unless a change is near */
    private void addDay(long day, long[] changes, int offset, Stretches into) {
        List<DailyWindow> windows = windowsOn(day);
        if (windows.isEmpty()) {
            return;
        }
        budget.spend(windows.size());
        long midnight = day * DAY;
        if (anyWithin(changes, midnight - REACH, midnight + REACH)) {
            addDayByRules(midnight, windows, into);
            return;
        }
        for (DailyWindow window : windows) {
            into.add(midnight + window.openMinute() * 60L - offset, midnight + window.closeMinute() * 60L - offset);
        }
    }

    private int windowsBetween(long firstDay, long lastDay) {
        int windows = 0;
        for (long day = firstDay; day <= lastDay; day++) {
            windows += windowsOn(day).size();
        }
        return windows;
    }

    private List<DailyWindow> windowsOn(long day) {
        return Arrays.binarySearch(specialDays, day) >= 0
                ? calendar.windowsOn(LocalDate.ofEpochDay(day))
                : week.get((int) Math.floorMod(day + 3, 7L));
    }

    private void addDayByRules(long localMidnight, List<DailyWindow> windows, Stretches into) {
        if (isSkipped(localMidnight)) {
            return;
        }
        for (DailyWindow window : windows) {
            into.add(edge(localMidnight + window.openMinute() * 60L), edge(localMidnight + window.closeMinute() * 60L));
        }
    }

    /** Whether the zone jumped over the whole local date. */
    private boolean isSkipped(long localMidnight) {
        LocalDateTime midnight = LocalDateTime.ofEpochSecond(localMidnight, 0, ZoneOffset.UTC);
        ZoneOffsetTransition change = rules.getTransition(midnight);
        return change != null && change.isGap() && !change.getDateTimeAfter().isBefore(midnight.plusDays(1));
    }

    /** The offset before the change serves both cases: later by the gap's length, first occurrence in an overlap. */
    private long edge(long local) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(local, 0, ZoneOffset.UTC);
        return local - rules.getOffset(time).getTotalSeconds();
    }

    private int offsetAt(long epochSecond) {
        return rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
    }

    private long[] offsetChanges(long from, long to) {
        long[] changes = new long[8];
        int count = 0;
        ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochSecond(from));
        while (change != null && change.toEpochSecond() < to) {
            if (count == changes.length) {
                changes = Arrays.copyOf(changes, count * 2);
            }
            changes[count++] = change.toEpochSecond();
            change = rules.nextTransition(change.getInstant());
        }
        return Arrays.copyOf(changes, count);
    }

    private static boolean anyWithin(long[] changes, long from, long to) {
        for (long change : changes) {
            if (change >= from && change <= to) {
                return true;
            }
        }
        return false;
    }

    private OpenTable withOffsets(long index, long[] changes, Stretches stretches) {
        long start = index * OpenTable.SPAN;
        long[] inside = Arrays.stream(changes)
                .filter(change -> change > start && change < start + OpenTable.SPAN)
                .toArray();
        int[] from = new int[inside.length + 1];
        int[] offsets = new int[inside.length + 1];
        offsets[0] = offsetAt(start);
        for (int i = 0; i < inside.length; i++) {
            from[i + 1] = Math.toIntExact(inside[i] - start);
            offsets[i + 1] = offsetAt(inside[i]);
        }
        return stretches.toTable(index, from, offsets);
    }
}
