package dev.remit.tickets.intake;

import dev.remit.kit.sql.SqlFailure;
import java.util.function.Supplier;

/** Repeats a transaction that met another on the same new row or lost a deadlock; the second time it finds the row. */
public final class CollisionRetry {
    private static final int MOST_TRIES = 4;

    private CollisionRetry() {}

    /** @param transaction begins and ends its own transaction, so that nothing of a failed try is left */
    public static <T> T repeat(Supplier<T> transaction) {
        for (int tries = 1; ; tries++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (tries == MOST_TRIES || !SqlFailure.isCollision(e)) {
                    throw e;
                }
            }
        }
    }
}
