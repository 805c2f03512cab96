package dev.remit.tickets.settling;

import dev.remit.kit.sweep.Sweep;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A sweep whose pieces are tickets that are to be settled, several at once. */
interface SettlingSweep extends Sweep {
    /** What the work is called in logs and in the audit trail. */
    String OPERATION = "settling";

    Settling settling();

    @Override
    default String operation() {
        return OPERATION;
    }

    @Override
    default int atOnce() {
        return Settling.AT_ONCE;
    }

    @Override
    default Set<UUID> workTogether(List<UUID> some) {
        return settling().settle(some);
    }

    @Override
    default boolean work(UUID ticket) {
        return settling().settle(ticket);
    }
}
