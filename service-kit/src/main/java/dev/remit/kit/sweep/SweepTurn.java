package dev.remit.kit.sweep;

import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.sweep.Postponements.Postponement;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.time.TenantClock;
import dev.remit.kit.trace.BackgroundWork;
import dev.remit.kit.trace.Trace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What is due of one sweep: whose, since when, and its doing. */
final class SweepTurn {
    private static final Logger LOG = Logger.getLogger(SweepTurn.class);
    private static final int BATCH = 50;

    private final Sweep sweep;
    private final Postponements postponements;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final KnownTenants tenants;
    private final InstantSource wall;

    SweepTurn(
            Sweep sweep,
            Postponements postponements,
            Tenancy tenancy,
            TenantClock clock,
            KnownTenants tenants,
            InstantSource wall) {
        this.sweep = sweep;
        this.postponements = postponements;
        this.tenancy = tenancy;
        this.clock = clock;
        this.tenants = tenants;
        this.wall = wall;
    }

    String name() {
        return sweep.name();
    }

    /** The tenants of whom something is due. */
    Set<UUID> waiting() {
        Map<UUID, Instant> first = sweep.tenants();
        Map<UUID, Instant> standing = sweep.byTenantsClock() ? clock.standing(first.keySet()) : Map.of();
        Instant now = wall.instant();
        return first.entrySet().stream()
                .filter(of -> !of.getValue().isAfter(standing.getOrDefault(of.getKey(), now)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * Does what is due of a tenant until its time is over; whether anything was done.
     *
     * @param ofTenant what was put off of the tenant, by any sweep
     */
    boolean take(UUID tenant, List<Postponement> ofTenant, long endNanos) {
        Map<UUID, Postponement> postponed = bySubject(ofTenant);
        int limit = BATCH + postponed.size();
        List<Due> due = sweep.due(tenant, now(tenant), limit);
        if (due.size() < limit) {
            forgetAllBut(due, tenant, postponed);
        }
        boolean done = false;
        for (List<Due> pieces : together(free(due, postponed), postponed)) {
            done |= pieces.size() == 1
                    ? one(
                            tenant,
                            pieces.getFirst(),
                            Optional.ofNullable(postponed.get(pieces.getFirst().subject())))
                    : several(tenant, pieces);
            if (System.nanoTime() > endNanos) {
                break;
            }
        }
        return done;
    }

    /** What has failed before is done alone, and each of the others with its neighbours. */
    private List<List<Due>> together(List<Due> pieces, Map<UUID, Postponement> postponed) {
        List<List<Due>> together = new ArrayList<>();
        List<Due> some = new ArrayList<>();
        for (Due piece : pieces) {
            if (postponed.containsKey(piece.subject())) {
                together.add(List.of(piece));
            } else {
                some.add(piece);
            }
            if (some.size() == sweep.atOnce()) {
                together.add(some);
                some = new ArrayList<>();
            }
        }
        if (!some.isEmpty()) {
            together.add(some);
        }
        return together;
    }

    /** How long what has waited longest has been due and was not tried, of tenants in real time. */
    Duration lag() {
        Instant now = wall.instant();
        return sweep.tenants().entrySet().stream()
                .filter(first ->
                        !clock.isSandbox(first.getKey()) && !first.getValue().isAfter(now))
                .filter(first -> !tenants.of(first.getKey()).isSuspended())
                .flatMap(first -> longestWaiting(first.getKey(), now).stream())
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
    }

    long failing() {
        return postponements.count(name());
    }

    private Optional<Instant> longestWaiting(UUID tenant, Instant now) {
        Map<UUID, Postponement> postponed = bySubject(postponements.of(tenant));
        return free(sweep.due(tenant, now, postponed.size() + 1), postponed).stream()
                .map(Due::since)
                .min(Instant::compareTo);
    }

    private Map<UUID, Postponement> bySubject(List<Postponement> ofTenant) {
        return ofTenant.stream()
                .filter(postponement -> postponement.sweep().equals(name()))
                .collect(Collectors.toMap(Postponement::subject, Function.identity()));
    }

    private Instant now(UUID tenant) {
        return sweep.byTenantsClock() && clock.isSandbox(tenant) ? clock.nowFor(tenant) : wall.instant();
    }

    private List<Due> free(List<Due> due, Map<UUID, Postponement> postponed) {
        Instant now = wall.instant();
        return due.stream()
                .filter(piece -> Optional.ofNullable(postponed.get(piece.subject()))
                        .filter(earlier -> earlier.holds(piece, now))
                        .isEmpty())
                .toList();
    }

    /** What is no longer due came to an end elsewhere. */
    private void forgetAllBut(List<Due> due, UUID tenant, Map<UUID, Postponement> postponed) {
        List<UUID> over = new ArrayList<>(postponed.keySet());
        over.removeAll(due.stream().map(Due::subject).toList());
        over.forEach(subject -> postponements.remove(name(), tenant, subject));
    }

    private boolean several(UUID tenant, List<Due> pieces) {
        try (BackgroundWork followed = BackgroundWork.begin(sweep.operation())) {
            try {
                boolean done = !tenancy.callAs(
                                tenant,
                                () -> sweep.workTogether(
                                        pieces.stream().map(Due::subject).toList()))
                        .isEmpty();
                if (done) {
                    followed.done();
                }
                return done;
            } catch (RuntimeException | Error failure) {
                followed.failed(failure);
                LOG.debugf(failure, "%s of %d pieces failed; each is tried alone", name(), pieces.size());
            }
        }
        boolean done = false;
        for (Due piece : pieces) {
            done |= one(tenant, piece, Optional.empty());
        }
        return done;
    }

    /** Whatever fails is put off and does not keep the others waiting. */
    private boolean one(UUID tenant, Due piece, Optional<Postponement> earlier) {
        try (BackgroundWork followed = BackgroundWork.begin(sweep.operation())) {
            try {
                boolean done = tenancy.callAs(tenant, () -> {
                    boolean worked = sweep.work(piece.subject());
                    if (worked && earlier.isPresent()) {
                        postponements.remove(name(), tenant, piece.subject());
                    }
                    return worked;
                });
                if (done) {
                    followed.done();
                }
                return done;
            } catch (RuntimeException | Error failure) {
                followed.failed(failure);
                log(tenant, piece, failure);
                return postpone(
                        tenant, piece, earlier.map(Postponement::failures).orElse(0));
            }
        }
    }

    private boolean postpone(UUID tenant, Due piece, int failures) {
        try {
            postponements.add(name(), tenant, piece, failures, wall.instant());
            return true;
        } catch (RuntimeException failure) {
            log(tenant, piece, failure);
            return false;
        }
    }

    private void log(UUID tenant, Due piece, Throwable failure) {
        Trace.tenant(tenant);
        if (SqlFailure.isCollision(failure) || SqlFailure.is(failure, SqlFailure.LOCK_WAIT_TIMEOUT)) {
            LOG.debugf(failure, "%s of %s met somebody else at work and is tried again", name(), piece.subject());
        } else {
            LOG.errorf(failure, "%s of %s failed and is tried again later", name(), piece.subject());
        }
        Trace.tenant(null);
    }
}
