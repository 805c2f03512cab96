package dev.remit.engines.compliance;

import dev.remit.engines.sla.CancelReason;

/** Why a clock that ran, or might have run, has no part in compliance. */
public enum LeftOut {
    /** Nothing is promised of it. */
    NO_TARGET,
    /** There is a target, but nothing that would stop the clock can be heard of. */
    NOT_RUN,
    /** The ticket was merged into another. */
    MERGED,
    /** The ticket says what another one says already. */
    DUPLICATE,
    /** The request was withdrawn. */
    CANCELLED,
    /** Nobody asked for anything. */
    SPAM,
    /** The agreement ended while the clock ran. */
    AGREEMENT_ENDED,
    /** Other terms were pinned under which nothing is owed. */
    SUPERSEDED,
    /** The clock began anew under other terms. */
    RESTARTED;

    static LeftOut of(CancelReason reason) {
        return switch (reason) {
            case MERGED -> MERGED;
            case DUPLICATE -> DUPLICATE;
            case CANCELLED -> CANCELLED;
            case SPAM -> SPAM;
            case AGREEMENT_ENDED -> AGREEMENT_ENDED;
            case SUPERSEDED -> SUPERSEDED;
            case RESTARTED -> RESTARTED;
            case NO_TARGET -> NO_TARGET;
        };
    }
}
