package dev.remit.kit.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;

/** Rows of one kind that are forgotten some time after they were made. A bean of this type is run by {@link Retentions}. */
public interface Retention {
    /** What it is called in logs. */
    String name();

    /** For how long a row is kept, by the machine's clock. */
    Duration kept();

    /**
     * Deletes rows of any tenant, in the transaction of the caller.
     *
     * @param before when those were made that may be kept on
     * @param most how many to delete at once
     * @return how many were deleted; fewer than that many mean that none are left
     */
    int forget(Instant before, int most);

    /** Small batches, each its own transaction: two replicas may do this at once. */
    default void forgetBefore(Instant moment) {
        int batch = 1_000;
        int deleted;
        do {
            deleted = QuarkusTransaction.requiringNew().call(() -> forget(moment, batch));
        } while (deleted == batch);
    }
}
