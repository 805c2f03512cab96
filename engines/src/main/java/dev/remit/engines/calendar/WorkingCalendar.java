package dev.remit.engines.calendar;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.StepBudget;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When work is done: the signed value, checked and unchangeable. {@link #compile()} makes it answer questions.
 *
 * <p>A window belongs to the local date it opens on. A holiday closes every window that opens on its date, those of an
 * exception too; an overnight window of the evening before runs on into it. Windows may overlap and then count once.
 *
 * @param zone the zone of every wall-clock time and date here, never null
 * @param weekly windows by day of the week; a day without an entry is closed
 * @param holidays local dates on which no window opens
 * @param exceptions local dates with windows of their own in place of the weekly ones; an empty list is a closed day
 * @param weekendDays days that are priced as weekend outside the windows
 */
public record WorkingCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<DailyWindow>> weekly,
        SortedSet<LocalDate> holidays,
        SortedMap<LocalDate, List<DailyWindow>> exceptions,
        Set<DayOfWeek> weekendDays) {

    /** The most windows that one day may have; keeps a compiled calendar's memory bounded. */
    public static final int MOST_WINDOWS_A_DAY = 48;

    /** Saturday and Sunday, the weekend of a calendar that does not name one. */
    public static final Set<DayOfWeek> USUAL_WEEKEND =
            Collections.unmodifiableSet(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));

    /**
     * Takes copies of everything.
     *
     * @throws InvalidInput when a day has more than {@link #MOST_WINDOWS_A_DAY} windows
     */
    public WorkingCalendar {
        Objects.requireNonNull(zone, "zone");
        weekly = copyOfWeek(weekly);
        holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
        exceptions = copyOfExceptions(exceptions);
        weekendDays = copyOfDays(weekendDays);
    }

    /** Open without a break: every day from midnight to midnight, no holidays, in UTC. */
    public static WorkingCalendar always() {
        Map<DayOfWeek, List<DailyWindow>> everyDay = Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(), day -> List.of(DailyWindow.ALL_DAY)));
        return new WorkingCalendar(ZoneId.of("UTC"), everyDay, new TreeSet<>(), new TreeMap<>(), USUAL_WEEKEND);
    }

    /** Makes the calendar ready for questions. Cheap: tables are made when a question needs them. */
    public CompiledCalendar compile() {
        return compile(StepBudget.UNBOUNDED);
    }

    /** As {@link #compile()}, for one calculation that may take only so many steps; it is not to be shared. */
    public CompiledCalendar compile(StepBudget budget) {
        return new CompiledCalendar(this, budget);
    }

    /**
     * The windows that open on a local date, by opening time; empty on a holiday.
     *
     * @param date a date in the calendar's zone, whether or not the zone skipped it
     */
    public List<DailyWindow> windowsOn(LocalDate date) {
        if (holidays.contains(date)) {
            return List.of();
        }
        List<DailyWindow> exception = exceptions.get(date);
        return exception != null ? exception : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /**
     * The holidays on which a window would open if they were none.
     *
     * @param from the first local date
     * @param to the last local date, not before {@code from}
     * @return in order
     */
    public List<LocalDate> holidaysOnOpenDays(LocalDate from, LocalDate to) {
        return holidays.subSet(from, to.plusDays(1)).stream()
                .filter(date -> !exceptions
                        .getOrDefault(date, weekly.getOrDefault(date.getDayOfWeek(), List.of()))
                        .isEmpty())
                .toList();
    }

    private static Map<DayOfWeek, List<DailyWindow>> copyOfWeek(Map<DayOfWeek, List<DailyWindow>> weekly) {
        Map<DayOfWeek, List<DailyWindow>> copy = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, windows) -> {
            if (!windows.isEmpty()) {
                copy.put(day, copyOfWindows(windows, "weekly." + day));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static SortedMap<LocalDate, List<DailyWindow>> copyOfExceptions(
            Map<LocalDate, List<DailyWindow>> exceptions) {
        SortedMap<LocalDate, List<DailyWindow>> copy = new TreeMap<>();
        exceptions.forEach((date, windows) -> copy.put(date, copyOfWindows(windows, "exceptions." + date)));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static List<DailyWindow> copyOfWindows(List<DailyWindow> windows, String field) {
        if (windows.size() > MOST_WINDOWS_A_DAY) {
            throw new InvalidInput(field, "has more than " + MOST_WINDOWS_A_DAY + " windows");
        }
        return windows.stream().distinct().sorted().toList();
    }

    private static Set<DayOfWeek> copyOfDays(Collection<DayOfWeek> days) {
        Set<DayOfWeek> copy = EnumSet.noneOf(DayOfWeek.class);
        copy.addAll(days);
        return Collections.unmodifiableSet(copy);
    }
}
