package dev.remit.engines.sla;

/** What happens to a running clock when its terms change. */
public enum ChangePolicy {
    /** Time used is kept as it accrued; the new target holds from then on. */
    CARRY,
    /** The new target runs from the change, if the client brought new facts; else as {@link #CARRY}. */
    RESTART
}
