package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Hourly rates by work type, role and date, with a look-up that does not depend on how many there are. Never changes. */
public final class RateTable {

    private static final Comparator<HourlyRate> BY_WORK = Comparator.comparing(HourlyRate::workType)
            .thenComparing(HourlyRate::role, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(HourlyRate::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Without any rate. */
    public static final RateTable NONE = new RateTable(List.of(), "");

    private final List<HourlyRate> rates;
    private final Map<String, List<HourlyRate>> byWorkType = new HashMap<>();

    /**
     * A table of these rates.
     *
     * @param path of the list, for faults
     * @throws InvalidInput if two rates for the same work are in force on one date
     */
    public RateTable(List<HourlyRate> rates, String path) {
        this.rates = rates.stream().sorted(BY_WORK).toList();
        for (int i = 0; i < rates.size(); i++) {
            HourlyRate rate = rates.get(i);
            List<HourlyRate> ofType = byWorkType.computeIfAbsent(rate.workType(), t -> new ArrayList<>(1));
            for (HourlyRate other : ofType) {
                if (Objects.equals(rate.role(), other.role()) && rate.overlaps(other)) {
                    throw new InvalidInput(path + "[" + i + "]", "is in force together with another for the same work");
                }
            }
            ofType.add(rate);
        }
    }

    /** By work type, role and date, so that equal tables are equal lists. */
    public List<HourlyRate> rates() {
        return rates;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RateTable table && rates.equals(table.rates);
    }

    @Override
    public int hashCode() {
        return rates.hashCode();
    }

    @Override
    public String toString() {
        return rates.toString();
    }

    /** The local dates after one, through another, on which a rate for a work type begins or ends. */
    SortedSet<LocalDate> changes(String workType, LocalDate after, LocalDate through) {
        SortedSet<LocalDate> changes = new TreeSet<>();
        if (after.isBefore(through)) {
            for (HourlyRate rate : byWorkType.getOrDefault(workType, List.of())) {
                Stream.of(rate.from(), rate.to())
                        .filter(date -> date != null && date.isAfter(after) && !date.isAfter(through))
                        .forEach(changes::add);
            }
        }
        return changes;
    }

    /** The rate of the role where there is one in force, else that of every role; null if there is none. */
    HourlyRate find(String workType, String role, LocalDate date) {
        HourlyRate general = null;
        for (HourlyRate rate : byWorkType.getOrDefault(workType, List.of())) {
            if (rate.inForce(date)) {
                if (rate.role() == null) {
                    general = rate;
                } else if (rate.role().equals(role)) {
                    return rate;
                }
            }
        }
        return general;
    }
}
