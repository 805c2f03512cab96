package dev.remit.engines.compliance;

import dev.remit.engines.money.Fraction;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many of some clocks were met and how many missed, with what was left out and what was excused beside it.
 *
 * @param met how many ended in time
 * @param breached how many were late, those that were excused among them
 * @param leftOut how many have no part, by the reason
 * @param excused of those that were late, how many were excused, by the reason
 */
public record ComplianceFigures(long met, long breached, Map<LeftOut, Long> leftOut, Map<String, Long> excused) {

    /** Nothing. */
    public static final ComplianceFigures NONE = new ComplianceFigures(0, 0, Map.of(), Map.of());

    /** Copies the maps, without the reasons of which there are none. */
    public ComplianceFigures {
        Map<LeftOut, Long> out = new EnumMap<>(LeftOut.class);
        add(out, leftOut);
        Map<String, Long> reasons = new TreeMap<>();
        add(reasons, excused);
        leftOut = Collections.unmodifiableMap(out);
        excused = Collections.unmodifiableMap(reasons);
    }

    /** So many that were met. */
    public static ComplianceFigures met(long number) {
        return new ComplianceFigures(number, 0, Map.of(), Map.of());
    }

    /** So many that were late. */
    public static ComplianceFigures breached(long number) {
        return new ComplianceFigures(0, number, Map.of(), Map.of());
    }

    /** So many that are left out. */
    public static ComplianceFigures leftOut(LeftOut because, long number) {
        return new ComplianceFigures(0, 0, Map.of(because, number), Map.of());
    }

    /** That so many late ones, which are counted elsewhere, were excused. */
    public static ComplianceFigures excused(String reason, long number) {
        return new ComplianceFigures(0, 0, Map.of(), Map.of(reason, number));
    }

    /** Both together. */
    public ComplianceFigures plus(ComplianceFigures other) {
        Map<LeftOut, Long> out = new EnumMap<>(LeftOut.class);
        add(out, leftOut);
        add(out, other.leftOut);
        Map<String, Long> reasons = new TreeMap<>();
        add(reasons, excused);
        add(reasons, other.excused);
        return new ComplianceFigures(
                Math.addExact(met, other.met), Math.addExact(breached, other.breached), out, reasons);
    }

    /** These without others, which are among them. */
    public ComplianceFigures minus(ComplianceFigures others) {
        Map<LeftOut, Long> out = new EnumMap<>(LeftOut.class);
        add(out, leftOut);
        others.leftOut.forEach((reason, number) -> out.merge(reason, -number, Math::addExact));
        Map<String, Long> reasons = new TreeMap<>();
        add(reasons, excused);
        others.excused.forEach((reason, number) -> reasons.merge(reason, -number, Math::addExact));
        return new ComplianceFigures(
                Math.subtractExact(met, others.met), Math.subtractExact(breached, others.breached), out, reasons);
    }

    /** All of them together. */
    public static ComplianceFigures sum(Collection<ComplianceFigures> parts) {
        return parts.stream().reduce(NONE, ComplianceFigures::plus);
    }

    private static <K> void add(Map<K, Long> to, Map<K, Long> from) {
        from.forEach((reason, number) -> {
            if (number != 0) {
                to.merge(reason, number, Math::addExact);
            }
        });
    }

    /** How many have a part: what the met ones are divided by. */
    public long counted() {
        return met + breached;
    }

    /** How many there are, those that are left out too. */
    public long all() {
        return counted() + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of the late ones were excused for one of some reasons. */
    public long excusedFor(Collection<String> reasons) {
        return excused.entrySet().stream()
                .filter(reason -> reasons.contains(reason.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How many of the late ones were excused, whatever for. */
    public long excusedInAll() {
        return excusedFor(excused.keySet());
    }

    /** The share that was met, of 1; empty where none counts. */
    public Optional<Fraction> share() {
        return share(0);
    }

    /**
     * The same where some late ones do not count.
     *
     * @param taken how many of them
     */
    public Optional<Fraction> share(long taken) {
        return counted() > taken ? Optional.of(Fraction.of(met, counted() - taken)) : Optional.empty();
    }
}
