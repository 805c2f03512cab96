package dev.remit.notifications.outbound;

import java.time.Duration;

/** Until when something has to be over. */
final class Deadline {
    private final long endNanos;

    Deadline(Duration from) {
        this.endNanos = System.nanoTime() + from.toNanos();
    }

    long nanosLeft() {
        return Math.max(0, endNanos - System.nanoTime());
    }

    boolean isOver() {
        return nanosLeft() == 0;
    }
}
