package dev.remit.tickets.standings;

import dev.remit.engines.sla.CycleReading;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;

/**
 * How near its due moment a clock has come. The share that is used changes by the second, so the list by share is kept by
 * levels, and within one by who comes to the next one first: that holds until somebody does, which is when the ticket is looked
 * at again.
 */
public enum UsedLevel {
    LATE(100),
    FROM_90(90),
    FROM_75(75),
    FROM_50(50),
    BELOW(0);

    /** Stands for a moment that only an event brings about: after all others. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final long OF_A_LEVEL = 1_000_000_000_000_000_000L;
    private static final long MICROS = 1_000_000;

    private final int percent;

    UsedLevel(int percent) {
        this.percent = percent;
    }

    int percent() {
        return percent;
    }

    /** The one that is nearer; late stays late. */
    UsedLevel next() {
        return this == LATE ? LATE : values()[ordinal() - 1];
    }

    /** The whole seconds of a target from which on the level is reached. */
    long seconds(long target) {
        return BigInteger.valueOf(target)
                .multiply(BigInteger.valueOf(percent))
                .add(BigInteger.valueOf(99))
                .divide(BigInteger.valueOf(100))
                .longValueExact();
    }

    static UsedLevel of(CycleReading cycle) {
        if (cycle.breachedAt() != null) {
            return LATE;
        }
        return Arrays.stream(values())
                .filter(level -> level != LATE)
                .filter(level -> cycle.consumedSeconds() >= level.seconds(cycle.targetSeconds()))
                .findFirst()
                .orElse(BELOW);
    }

    /**
     * A number by which tickets are sorted: those of a nearer level first, within one who comes to the next first, of late ones
     * who is late for longest.
     *
     * @param nextAt null when only an event brings it about
     */
    long rank(Instant nextAt) {
        Instant at = nextAt == null ? NEVER : nextAt;
        return ordinal() * OF_A_LEVEL + at.getEpochSecond() * MICROS + at.getNano() / 1_000;
    }
}
