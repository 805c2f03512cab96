package dev.remit.kit.sweep;

import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Work that tests make fall due, and some of which fails. */
@ApplicationScoped
class GadgetSweep implements Sweep {
    /** @param at when it falls due */
    record Piece(UUID tenant, UUID subject, Instant at) {}

    private final Map<UUID, Piece> pieces = new ConcurrentHashMap<>();
    private final Set<UUID> broken = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> tries = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> together = new ConcurrentHashMap<>();
    private final List<Piece> done = new CopyOnWriteArrayList<>();
    private final Tenancy tenancy;

    GadgetSweep(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    UUID falls(UUID tenant, Instant at) {
        UUID subject = UUID.randomUUID();
        fallsAnew(tenant, subject, at);
        return subject;
    }

    void fallsAnew(UUID tenant, UUID subject, Instant at) {
        pieces.put(subject, new Piece(tenant, subject, at));
    }

    UUID fallsBroken(UUID tenant, Instant at) {
        UUID subject = UUID.randomUUID();
        broken.add(subject);
        fallsAnew(tenant, subject, at);
        return subject;
    }

    void mend(UUID subject) {
        broken.remove(subject);
    }

    void drop(UUID subject) {
        pieces.remove(subject);
    }

    int tries(UUID subject) {
        return tries.getOrDefault(subject, 0);
    }

    /** How often so many were done together. */
    int together(int count) {
        return together.getOrDefault(count, 0);
    }

    boolean isDone(UUID subject) {
        return done.stream().anyMatch(piece -> piece.subject().equals(subject));
    }

    /** Whose pieces were done, in order, of these tenants. */
    List<UUID> order(Set<UUID> tenants) {
        return done.stream().map(Piece::tenant).filter(tenants::contains).toList();
    }

    @Override
    public String name() {
        return "gadgets";
    }

    @Override
    public boolean byTenantsClock() {
        return true;
    }

    @Override
    public Map<UUID, Instant> tenants() {
        return pieces.values().stream()
                .collect(Collectors.toMap(Piece::tenant, Piece::at, (one, other) -> one.isBefore(other) ? one : other));
    }

    @Override
    public List<Due> due(UUID tenant, Instant now, int limit) {
        List<Piece> due = new ArrayList<>(pieces.values());
        due.removeIf(piece -> !piece.tenant().equals(tenant) || piece.at().isAfter(now));
        due.sort(Comparator.comparing(Piece::at));
        return due.stream()
                .limit(limit)
                .map(piece -> new Due(piece.subject(), piece.at()))
                .toList();
    }

    @Override
    public int atOnce() {
        return 4;
    }

    /** All or nothing, as in a transaction. */
    @Override
    public Set<UUID> workTogether(List<UUID> subjects) {
        if (subjects.stream().anyMatch(broken::contains)) {
            throw new IllegalStateException("cannot be done together");
        }
        together.merge(subjects.size(), 1, Integer::sum);
        return Sweep.super.workTogether(subjects);
    }

    @Override
    public boolean work(UUID subject) {
        Piece piece = pieces.get(subject);
        tries.merge(subject, 1, Integer::sum);
        if (!tenancy.current().equals(piece.tenant()) || broken.contains(subject)) {
            throw new IllegalStateException("cannot be done");
        }
        pieces.remove(subject);
        done.add(piece);
        return true;
    }
}
