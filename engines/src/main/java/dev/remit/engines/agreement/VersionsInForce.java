package dev.remit.engines.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The signed versions of one client's agreements, and which of them are in force on a local date. Every service asks this
 * class and decides nothing of it by itself.
 *
 * <p>A version is in force from its first date until its own end (as signed or as it was ended early) or until the next
 * version of the same agreement begins, whichever is first. When that next version is over, the one before does not come
 * back. A version without any date, as one that was withdrawn, takes the place of none.
 *
 * <p>One master is in force on a date. Of two whose dates overlap, which {@link #conflictsWith} keeps from being signed, it
 * is the one that began later. Beside it are its addenda, any number of them. An addendum begins on its first date if its
 * master is in force then, and ends with its master; it does not come back with it.
 *
 * <p>The order in which the versions are given makes no difference. What was in force as far as was known at a moment is
 * asked of the terms as they were known then.
 *
 * @param <V> what the caller has of a version
 */
public final class VersionsInForce<V> {
    private static final Comparator<VersionTerm> EARLIER_FIRST = Comparator.comparing(VersionTerm::effectiveFrom)
            .thenComparingInt(VersionTerm::version)
            .thenComparing(VersionTerm::agreementId);

    private final List<Signed<V>> earlierFirst;

    /** @param term its own, of an addendum cut where its master ends */
    private record Signed<V>(V version, VersionTerm term) {
        UUID agreement() {
            return term.agreementId();
        }
    }

    /**
     * The end of an unbroken stretch of dates with a master in force.
     *
     * @param date the first date without any
     * @param last the master's version that was in force until then
     */
    public record Lapse<V>(LocalDate date, V last) {}

    /**
     * Of signed versions; no draft or proposal belongs here.
     *
     * @param term gives a version's own term, whatever was signed after it
     */
    public VersionsInForce(Collection<? extends V> versions, Function<? super V, VersionTerm> term) {
        List<Signed<V>> own = versions.stream()
                .map(version -> new Signed<V>(version, term.apply(version)))
                .filter(signed -> !signed.term().isEmpty())
                .sorted(Comparator.comparing(Signed::term, EARLIER_FIRST))
                .toList();
        earlierFirst = own.stream()
                .map(signed -> new Signed<>(signed.version(), whileMasterIs(signed.term(), own)))
                .toList();
    }

    private static <V> VersionTerm whileMasterIs(VersionTerm own, List<Signed<V>> earlierFirst) {
        return own.isOfAddendum() ? own.endedOn(endOfCover(own.master(), own.effectiveFrom(), earlierFirst)) : own;
    }

    /** The first date from the given one on without an agreement's version; null where none is known. */
    private static <V> LocalDate endOfCover(UUID agreement, LocalDate from, List<Signed<V>> earlierFirst) {
        LocalDate covered = from;
        for (Signed<V> signed : earlierFirst) {
            VersionTerm term = untilTheNext(signed.term(), earlierFirst);
            if (signed.agreement().equals(agreement) && term.includes(covered)) {
                if (term.effectiveTo() == null) {
                    return null;
                }
                covered = term.effectiveTo();
            }
        }
        return covered;
    }

    private static <V> VersionTerm untilTheNext(VersionTerm term, List<Signed<V>> earlierFirst) {
        return earlierFirst.stream()
                .map(Signed::term)
                .filter(other ->
                        other.agreementId().equals(term.agreementId()) && EARLIER_FIRST.compare(term, other) < 0)
                .findFirst()
                .map(next -> term.endedOn(next.effectiveFrom()))
                .orElse(term);
    }

    /** The master and the addenda in force on a date; empty where no master is. */
    public Optional<InForce<V>> on(LocalDate date) {
        return on(signed -> date);
    }

    private Optional<InForce<V>> on(Function<Signed<V>, LocalDate> date) {
        Map<UUID, Signed<V>> lastBegun = new TreeMap<>();
        earlierFirst.stream()
                .filter(signed -> !signed.term().effectiveFrom().isAfter(date.apply(signed)))
                .forEach(signed -> lastBegun.put(signed.agreement(), signed));
        List<Signed<V>> inForce = lastBegun.values().stream()
                .filter(signed -> signed.term().includes(date.apply(signed)))
                .toList();
        return inForce.stream()
                .filter(signed -> !signed.term().isOfAddendum())
                .max(Comparator.comparing(Signed::term, EARLIER_FIRST))
                .map(master -> new InForce<>(
                        master.version(),
                        inForce.stream()
                                .filter(signed ->
                                        master.agreement().equals(signed.term().master()))
                                .map(Signed::version)
                                .toList()));
    }

    /**
     * What is in force at a moment, at a place whose zone each version may sign for itself: it begins and ends on the local
     * dates of that zone.
     *
     * @param zone that a version signs for the place, or that is known otherwise
     */
    public Optional<InForce<V>> at(Instant moment, Function<? super V, ZoneId> zone) {
        LocalDate about = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return on(signed ->
                mayTurn(signed.term(), about) ? LocalDate.ofInstant(moment, zone.apply(signed.version())) : about);
    }

    /** Whether a zone could make a difference: local dates are a day off at most. */
    private static boolean mayTurn(VersionTerm term, LocalDate about) {
        boolean now = term.includes(about);
        return term.includes(about.minusDays(1)) != now || term.includes(about.plusDays(1)) != now;
    }

    /**
     * A version's term, cut where the next version of its agreement begins, and an addendum's where its master ends. Empty
     * if that is on the same date, and for an addendum whose master is not in force on its first date.
     */
    public VersionTerm termInForce(VersionTerm own) {
        return untilTheNext(whileMasterIs(own, earlierFirst), earlierFirst);
    }

    /** The first date on which a master is in force. */
    public Optional<LocalDate> firstDate() {
        return masters().map(VersionTerm::effectiveFrom).findFirst();
    }

    private Stream<VersionTerm> masters() {
        return earlierFirst.stream().map(Signed::term).filter(term -> !term.isOfAddendum());
    }

    /** Where the cover that a date has comes to its end; empty where it has none, or where no end is known. */
    public Optional<Lapse<V>> lapse(LocalDate covered) {
        if (on(covered).isEmpty()) {
            return Optional.empty();
        }
        return masters()
                .map(term -> untilTheNext(term, earlierFirst).effectiveTo())
                .filter(end -> end != null && end.isAfter(covered))
                .sorted()
                .filter(end -> on(end).isEmpty())
                .findFirst()
                .map(end -> new Lapse<>(end, on(end.minusDays(1)).orElseThrow().master()));
    }

    /**
     * The versions beside which another one cannot be signed, earliest first: those of its own agreement that it does not
     * come after, in number and in date, and for a master those of another master that are in force on one of its dates.
     * Addenda do not conflict with each other; whether one has a master is told by {@link #termInForce}.
     */
    public List<V> conflictsWith(VersionTerm candidate) {
        return earlierFirst.stream()
                .filter(signed -> conflict(signed.term(), candidate))
                .map(Signed::version)
                .toList();
    }

    private boolean conflict(VersionTerm signed, VersionTerm candidate) {
        if (!signed.agreementId().equals(candidate.agreementId())) {
            return !signed.isOfAddendum()
                    && !candidate.isOfAddendum()
                    && untilTheNext(signed, earlierFirst).overlaps(candidate);
        }
        return signed.version() > candidate.version()
                || (signed.version() < candidate.version()
                        && !signed.effectiveFrom().isBefore(candidate.effectiveFrom()));
    }
}
