package dev.remit.engines.money;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sums of money, one for each currency. Never changes. */
public final class Sums {

    /** Nothing in any currency. */
    public static final Sums NONE = of(Stream.empty());

    private final SortedMap<MinorUnits, Money> sums;

    private Sums(SortedMap<MinorUnits, Money> sums) {
        this.sums = Collections.unmodifiableSortedMap(sums);
    }

    /**
     * What some amounts come to.
     *
     * @throws ArithmeticException if a sum does not fit a long
     */
    public static Sums of(Stream<Money> amounts) {
        TreeMap<MinorUnits, Money> sums = new TreeMap<>(Comparator.comparing(MinorUnits::code));
        amounts.forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
        return new Sums(sums);
    }

    /** These with one more amount. */
    public Sums plus(Money amount) {
        return of(Stream.concat(all().stream(), Stream.of(amount)));
    }

    /** These with others. */
    public Sums plus(Sums others) {
        return of(Stream.concat(all().stream(), others.all().stream()));
    }

    /** The sum in a currency; zero where nothing is in it. */
    public Money in(MinorUnits currency) {
        return sums.getOrDefault(currency, Money.zero(currency));
    }

    /** All of them, by the codes of their currencies. */
    public Collection<Money> all() {
        return sums.values();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sums that && sums.equals(that.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.values().toString();
    }
}
