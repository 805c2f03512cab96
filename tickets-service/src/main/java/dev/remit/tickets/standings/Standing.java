package dev.remit.tickets.standings;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.Owner;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.engines.sla.WaitReading;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How a ticket's open clocks stood when it was looked at. Until it is looked at again nothing but time changes them, so that how
 * they stand at a moment in between follows from their hours of cover.
 *
 * @param at when it was looked at
 * @param owner whose time it is while the hours of the resolution clock are open
 * @param clocks those that have not ended, in the order of their kinds
 */
public record Standing(Instant at, Owner owner, List<OpenClock> clocks) {

    public Standing {
        clocks = List.copyOf(clocks);
    }

    /** @param terms that hold at the end of what the reading knows */
    public static Standing of(SlaReading reading, SlaTerms terms) {
        return new Standing(
                reading.asOf(),
                ownerWhileOpen(reading),
                reading.clocks().stream()
                        .filter(OpenClock::isOpen)
                        .map(clock -> OpenClock.of(clock, terms, reading.asOf()))
                        .toList());
    }

    private static Owner ownerWhileOpen(SlaReading reading) {
        return reading.owner() == Owner.CLOSED
                ? reading.waits().stream()
                        .filter(wait -> isUnderWay(wait, reading.asOf()))
                        .map(WaitReading::reason)
                        .min(Comparator.naturalOrder())
                        .map(reason -> reason.owner())
                        .orElse(Owner.MSP)
                : reading.owner();
    }

    private static boolean isUnderWay(WaitReading wait, Instant at) {
        return wait.counts()
                && !wait.from().isAfter(at)
                && (wait.to() == null || wait.to().isAfter(at));
    }

    /** The clock that is due next, late ones before all others; empty where none is open. */
    public Optional<OpenClock> next() {
        return clocks.stream().min(OpenClock.BY_DUE);
    }

    /** When it is due next by any clock; {@link UsedLevel#NEVER} while only an event brings that about, empty where none is open. */
    public Optional<Instant> nextDue() {
        return next().map(clock -> clock.due() == null ? UsedLevel.NEVER : clock.due());
    }

    /** By which the list by share is sorted; empty where no clock is open. */
    public Optional<Long> rank() {
        return clocks.stream()
                .map(clock -> clock.level().rank(clock.nextLevelAt()))
                .min(Comparator.naturalOrder());
    }

    /** When to look again so that the order is right; empty where only an event changes it, or what is due by itself. */
    public Optional<Instant> nextLevelAt() {
        return clocks.stream()
                .map(OpenClock::nextLevelAt)
                .filter(Objects::nonNull)
                .filter(next -> next.isAfter(at))
                .min(Comparator.naturalOrder());
    }

    /**
     * The share of a clock's target that is used at a moment, in whole percent, floored.
     *
     * @param terms whose hours count; empty where the moment is the one at which it was looked at
     */
    public int percent(OpenClock clock, Instant moment, Optional<SlaTerms> terms) {
        long share = clock.targetSeconds() == 0
                ? 100
                : clock.consumedSeconds(at, moment, terms) * 100 / clock.targetSeconds();
        return (int) Math.min(share, Integer.MAX_VALUE);
    }

    /** Seconds of cover left to the clock that runs and has the least, below 0 where it is late; empty where none runs. */
    public Optional<Long> coverLeft(Instant moment, Optional<SlaTerms> terms) {
        return clocks.stream()
                .filter(clock -> clock.pausedBy() == null)
                .map(clock -> clock.targetSeconds() - clock.consumedSeconds(at, moment, terms))
                .min(Comparator.naturalOrder());
    }

    /** Whose time it is at a moment. */
    public Owner owner(Instant moment, Optional<SlaTerms> terms) {
        boolean open = terms.map(
                        held -> held.clock(ClockKind.RESOLUTION).calendar().isOpen(moment))
                .orElse(true);
        return owner == Owner.ENDED || open ? owner : Owner.CLOSED;
    }

    /** Whether a list that was sorted and filtered by the other is still right by this. */
    public boolean isListedAs(Standing other) {
        return other != null
                && owner == other.owner
                && nextDue().equals(other.nextDue())
                && rank().equals(other.rank())
                && next().map(OpenClock::clock).equals(other.next().map(OpenClock::clock))
                && next().map(OpenClock::state).equals(other.next().map(OpenClock::state));
    }
}
