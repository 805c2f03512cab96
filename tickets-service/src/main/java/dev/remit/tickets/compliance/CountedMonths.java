package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.ComplianceFigures;
import dev.remit.engines.sla.ClockKind;
import dev.remit.tickets.clocks.CountedCycles;
import dev.remit.tickets.clocks.CountedCycles.Which;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** What was counted, by month, client, agreement, priority and clock; all figures are sums of these. */
final class CountedMonths {
    private final List<Part> parts = new ArrayList<>();

    /** Of one month and place. */
    record Part(
            YearMonth month,
            UUID clientId,
            UUID agreementId,
            String priority,
            ClockKind clock,
            ComplianceFigures figures) {}

    /** A priority and a clock. */
    record ClockOfPriority(String priority, ClockKind clock) implements Comparable<ClockOfPriority> {
        private static final Comparator<ClockOfPriority> ORDER =
                Comparator.comparing(ClockOfPriority::priority).thenComparing(ClockOfPriority::clock);

        static ClockOfPriority of(Part part) {
            return new ClockOfPriority(part.priority(), part.clock());
        }

        @Override
        public int compareTo(ClockOfPriority other) {
            return ORDER.compare(this, other);
        }
    }

    private CountedMonths() {}

    static CountedMonths none() {
        return new CountedMonths();
    }

    static CountedMonths read(CountedCycles cycles, Which which) {
        CountedMonths read = new CountedMonths();
        for (CountedCycles.Number counted : cycles.numbers(which)) {
            ComplianceFigures figures =
                    switch (counted.result()) {
                        case MET -> ComplianceFigures.met(counted.number());
                        case BREACHED -> ComplianceFigures.breached(counted.number());
                        case LEFT_OUT -> ComplianceFigures.leftOut(counted.leftOut(), counted.number());
                    };
            read.parts.add(new Part(
                    YearMonth.of(counted.year(), counted.month()),
                    counted.clientId(),
                    counted.agreementId(),
                    counted.priority(),
                    counted.clock(),
                    figures));
        }
        for (CountedCycles.Excused excused : cycles.excused(which)) {
            read.parts.add(new Part(
                    YearMonth.of(excused.year(), excused.month()),
                    excused.clientId(),
                    excused.agreementId(),
                    excused.priority(),
                    excused.clock(),
                    ComplianceFigures.excused(excused.reason().name(), excused.number())));
        }
        return read;
    }

    /** The sum of some. */
    ComplianceFigures sum(Predicate<Part> which) {
        return ComplianceFigures.sum(
                parts.stream().filter(which).map(Part::figures).toList());
    }

    ComplianceFigures sum() {
        return sum(part -> true);
    }

    /** The same, apart by something of them. */
    <K extends Comparable<K>> SortedMap<K, CountedMonths> by(Function<Part, K> key) {
        SortedMap<K, CountedMonths> apart = new TreeMap<>();
        for (Part part : parts) {
            apart.computeIfAbsent(key.apply(part), none -> new CountedMonths())
                    .parts
                    .add(part);
        }
        return apart;
    }
}
