package dev.remit.engines.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The signed versions of one client's agreements, and which of them is in force on a local date. Every service asks this
 * class and decides nothing of it by itself.
 *
 * <p>A version is in force from its first date until its own end (as signed or as it was ended early) or until the next
 * version of the same agreement begins, whichever is first. When that next version is over, the one before does not come
 * back. A version without any date, as one that was withdrawn, takes the place of none. Of two agreements whose dates
 * overlap, which {@link #conflictsWith} keeps from being signed, the one that began later is in force. The order in which
 * the versions are given makes no difference.
 *
 * <p>What was in force as far as was known at a moment is asked of the terms as they were known then.
 *
 * @param <V> what the caller has of a version
 */
public final class VersionsInForce<V> {
    private static final Comparator<VersionTerm> EARLIER_FIRST = Comparator.comparing(VersionTerm::effectiveFrom)
            .thenComparingInt(VersionTerm::version)
            .thenComparing(VersionTerm::agreementId);

    private final List<Signed<V>> earlierFirst;

    private record Signed<V>(V version, VersionTerm term) {}

    /**
     * The end of an unbroken stretch of dates with a version in force.
     *
     * @param date the first date without any
     * @param last the version that was in force until then
     */
    public record Lapse<V>(LocalDate date, V last) {}

    /**
     * Of signed versions; no draft or proposal belongs here.
     *
     * @param term gives a version's own term, whatever was signed after it
     */
    public VersionsInForce(Collection<? extends V> versions, Function<? super V, VersionTerm> term) {
        earlierFirst = versions.stream()
                .map(version -> new Signed<V>(version, term.apply(version)))
                .filter(signed -> !signed.term().isEmpty())
                .sorted(Comparator.comparing(Signed::term, EARLIER_FIRST))
                .toList();
    }

    /** The version in force on a date. */
    public Optional<V> on(LocalDate date) {
        return on(signed -> date);
    }

    private Optional<V> on(Function<Signed<V>, LocalDate> date) {
        Map<UUID, Signed<V>> lastBegun = new HashMap<>();
        earlierFirst.stream()
                .filter(signed -> !signed.term().effectiveFrom().isAfter(date.apply(signed)))
                .forEach(signed -> lastBegun.put(signed.term().agreementId(), signed));
        return lastBegun.values().stream()
                .filter(signed -> signed.term().includes(date.apply(signed)))
                .max(Comparator.comparing(Signed::term, EARLIER_FIRST))
                .map(Signed::version);
    }

    /**
     * The version in force at a moment, at a place whose zone each version may sign for itself: it begins and ends on the
     * local dates of that zone.
     *
     * @param zone that a version signs for the place, or that is known otherwise
     */
    public Optional<V> at(Instant moment, Function<? super V, ZoneId> zone) {
        LocalDate about = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return on(signed ->
                mayTurn(signed.term(), about) ? LocalDate.ofInstant(moment, zone.apply(signed.version())) : about);
    }

    /** Whether a zone could make a difference: local dates are a day off at most. */
    private static boolean mayTurn(VersionTerm term, LocalDate about) {
        boolean now = term.includes(about);
        return term.includes(about.minusDays(1)) != now || term.includes(about.plusDays(1)) != now;
    }

    /** A version's term, cut where the next version of its agreement begins. Empty if that is on the same date. */
    public VersionTerm termInForce(VersionTerm own) {
        return earlierFirst.stream()
                .map(Signed::term)
                .filter(other -> other.agreementId().equals(own.agreementId()) && EARLIER_FIRST.compare(own, other) < 0)
                .findFirst()
                .map(next -> own.endedOn(next.effectiveFrom()))
                .orElse(own);
    }

    /** The first date on which any version is in force. */
    public Optional<LocalDate> firstDate() {
        return earlierFirst.stream()
                .map(signed -> signed.term().effectiveFrom())
                .findFirst();
    }

    /** Where the cover that a date has comes to its end; empty where it has none, or where no end is known. */
    public Optional<Lapse<V>> lapse(LocalDate covered) {
        if (on(covered).isEmpty()) {
            return Optional.empty();
        }
        return earlierFirst.stream()
                .map(signed -> termInForce(signed.term()).effectiveTo())
                .filter(end -> end != null && end.isAfter(covered))
                .sorted()
                .filter(end -> on(end).isEmpty())
                .findFirst()
                .map(end -> new Lapse<>(end, on(end.minusDays(1)).orElseThrow()));
    }

    /**
     * The versions beside which another one cannot be signed, earliest first: those of its own agreement that it does not
     * come after, in number and in date, and those of another agreement that are in force on one of its dates.
     */
    public List<V> conflictsWith(VersionTerm candidate) {
        return earlierFirst.stream()
                .filter(signed -> conflict(signed.term(), candidate))
                .map(Signed::version)
                .toList();
    }

    private boolean conflict(VersionTerm signed, VersionTerm candidate) {
        if (!signed.agreementId().equals(candidate.agreementId())) {
            return termInForce(signed).overlaps(candidate);
        }
        return signed.version() > candidate.version()
                || (signed.version() < candidate.version()
                        && !signed.effectiveFrom().isBefore(candidate.effectiveFrom()));
    }
}
