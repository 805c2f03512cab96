package dev.remit.kit.sweep;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Work of one kind that falls due by itself. A bean of this type is run by {@link Sweeps}, in any number of replicas. */
public interface Sweep {

    /** Under which name it is measured. */
    String name();

    /** What its work is called in logs, in the audit trail and in traces. */
    default String operation() {
        return name();
    }

    /** Whether its time is the tenant's, which stands still in a sandbox; else it is the machine's. */
    default boolean byTenantsClock() {
        return false;
    }

    /** When the first piece of each tenant that has any falls or fell due. Looks across tenants, without a transaction. */
    Map<UUID, Instant> tenants();

    /**
     * A tenant's pieces that are due, those first that have waited longest.
     *
     * @param now the tenant's time or the machine's, see {@link #byTenantsClock}
     * @param limit of how many no more are wanted
     */
    List<Due> due(UUID tenant, Instant now, int limit);

    /** How many pieces are worked on in one transaction where as many are due. */
    default int atOnce() {
        return 1;
    }

    /**
     * Does several pieces in one transaction of their tenant. Where it fails each is tried alone.
     *
     * @return those that were done; the others stay due
     */
    default Set<UUID> workTogether(List<UUID> subjects) {
        return subjects.stream().filter(this::work).collect(Collectors.toSet());
    }

    /**
     * Does a piece, or a step of it, in a transaction of its tenant.
     *
     * @return false where nothing was done, since somebody else is at it or it is no longer due
     */
    boolean work(UUID subject);
}
