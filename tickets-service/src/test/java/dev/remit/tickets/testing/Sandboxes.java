package dev.remit.tickets.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands out tenants that nobody has used, whose clocks can be put to the days of a story. */
final class Sandboxes {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Sandboxes() {}

    static UUID fresh() {
        return Neighbours.sandboxes().get(NEXT.getAndIncrement());
    }
}
