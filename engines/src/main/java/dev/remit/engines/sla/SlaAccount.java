package dev.remit.engines.sla;

import java.time.Instant;
import java.util.List;

/** A reading and how it came about. */
public final class SlaAccount {
    private final SlaReading reading;
    private final List<Step> steps;
    private final List<PausedStretch> pauses;
    private final List<OwnedStretch> stretches;

    SlaAccount(SlaReading reading, List<Step> steps, List<PausedStretch> pauses, List<OwnedStretch> stretches) {
        this.reading = reading;
        this.steps = List.copyOf(steps);
        this.pauses = List.copyOf(pauses);
        this.stretches = List.copyOf(stretches);
    }

    /** The reading. */
    public SlaReading reading() {
        return reading;
    }

    /** The events that had happened, the creation first, in the order in which they were taken; none before creation. */
    public List<Step> steps() {
        return steps;
    }

    /** The stretches in which a wait stopped a cycle, one for each reason, in the order in which they began. */
    public List<PausedStretch> pauses() {
        return pauses;
    }

    /** The ticket's life up to the moment that was read, in order and without a gap; the last has no length. */
    public List<OwnedStretch> stretches() {
        return stretches;
    }

    /** The seconds of a part of the ticket's life by owner; they add up to its length. */
    public SecondsByOwner seconds(Instant from, Instant to) {
        long[] of = new long[Owner.values().length];
        for (OwnedStretch stretch : stretches) {
            Instant begin = from.isAfter(stretch.from()) ? from : stretch.from();
            Instant end = to.isBefore(stretch.to()) ? to : stretch.to();
            if (begin.isBefore(end)) {
                long all = end.getEpochSecond() - begin.getEpochSecond();
                long open =
                        stretch.calendar() == null ? all : stretch.calendar().openSeconds(begin, end);
                of[stretch.owner().ordinal()] += open;
                of[Owner.CLOSED.ordinal()] += all - open;
            }
        }
        return SecondsByOwner.of(of);
    }
}
