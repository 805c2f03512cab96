package dev.remit.tickets.compliance;

import dev.remit.engines.compliance.ComplianceFigures;
import dev.remit.engines.compliance.ComplianceRange;
import dev.remit.engines.sla.ClockKind;
import dev.remit.tickets.clocks.ContestedCounts;
import dev.remit.tickets.clocks.ContestedCycle;
import dev.remit.tickets.clocks.CountedCycles;
import dev.remit.tickets.clocks.CountedCycles.Which;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** What was counted, by month, client, agreement, priority and clock; all figures are sums of these. */
final class CountedMonths {
    private final List<Part> parts = new ArrayList<>();

    /**
     * Of one month and place.
     *
     * @param contested null for what counts
     */
    record Part(
            YearMonth month,
            UUID clientId,
            UUID agreementId,
            String priority,
            ClockKind clock,
            ComplianceFigures figures,
            Contested contested) {}

    /** Which side of which contested run a part is. Such parts are in no sum; ranges are made of them. */
    record Contested(ContestedCounts.Run run, boolean ifUpheld) {}

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

    static CountedMonths read(CountedCycles cycles, ContestedCounts contested, Which which) {
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
                    figures,
                    null));
        }
        for (CountedCycles.Excused excused : cycles.excused(which)) {
            read.parts.add(new Part(
                    YearMonth.of(excused.year(), excused.month()),
                    excused.clientId(),
                    excused.agreementId(),
                    excused.priority(),
                    excused.clock(),
                    ComplianceFigures.excused(excused.reason().name(), excused.number()),
                    null));
        }
        for (ContestedCounts.Side side : contested.among(which)) {
            ContestedCycle cycle = side.cycle();
            read.parts.add(new Part(
                    YearMonth.from(cycle.countedOn()),
                    cycle.clientId(),
                    cycle.agreementId(),
                    cycle.priority(),
                    cycle.clock(),
                    side.figures(),
                    new Contested(side.run(), cycle.ifUpheld())));
        }
        return read;
    }

    /** Some of them. */
    CountedMonths only(Predicate<Part> which) {
        CountedMonths some = new CountedMonths();
        parts.stream().filter(which).forEach(some.parts::add);
        return some;
    }

    ComplianceFigures sum() {
        return ComplianceFigures.sum(parts.stream()
                .filter(part -> part.contested() == null)
                .map(Part::figures)
                .toList());
    }

    /** Between what the sum may come out once all that clients contest is settled; empty where nothing of it is contested. */
    Optional<ComplianceRange> range() {
        Map<ContestedCounts.Run, ComplianceRange.Contested> runs = new HashMap<>();
        for (Part part : parts) {
            if (part.contested() != null) {
                ComplianceFigures none = ComplianceFigures.NONE;
                boolean ifUpheld = part.contested().ifUpheld();
                runs.merge(
                        part.contested().run(),
                        ifUpheld
                                ? new ComplianceRange.Contested(none, part.figures())
                                : new ComplianceRange.Contested(part.figures(), none),
                        (one, other) -> new ComplianceRange.Contested(
                                one.is().plus(other.is()), one.would().plus(other.would())));
            }
        }
        return runs.isEmpty() ? Optional.empty() : Optional.of(ComplianceRange.of(sum(), runs.values()));
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
