package dev.remit.kit.ids;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes version 7 UUIDs (RFC 9562): the milliseconds since 1970, a counter within the millisecond, then random bits.
 * Ids of one process only ever grow, so rows land at the end of their index and sort as they were made.
 */
@ApplicationScoped
public class Ids {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final int COUNTER_BITS = 12;
    private static final long VERSION_7 = 0x7000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_BITS = 0x3fff_ffff_ffff_ffffL;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    /** Milliseconds and counter of the last id as one number, so that a full counter runs over into the next millisecond. */
    private long lastTick;

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    public UUID next() {
        long tick = nextTick();
        long high = (tick >>> COUNTER_BITS << 16) | VERSION_7 | (tick & ((1L << COUNTER_BITS) - 1));
        return new UUID(high, RFC_VARIANT | (random.nextLong() & RANDOM_BITS));
    }

    private synchronized long nextTick() {
        lastTick = Math.max(lastTick + 1, clock.millis() << COUNTER_BITS);
        return lastTick;
    }

    /** Before every id that was made from that millisecond on, and after all that were made earlier. */
    public static UUID firstOf(Instant moment) {
        return new UUID(moment.toEpochMilli() << 16, 0);
    }

    /** The id that {@code text} spells in the canonical form of 36 characters; empty for any other text. */
    public static Optional<UUID> parse(String text) {
        return text != null && CANONICAL.matcher(text).matches()
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
