package dev.remit.billing.books;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import dev.remit.engines.money.Money;
import dev.remit.engines.money.Sums;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * When books were closed, and through which date. A cut-off closes its date at once and locks its lines in steps, each in a
 * transaction of its own.
 */
@ApplicationScoped
public class CutOffs {
    private final Rows rows;
    private final Ids ids;
    private final Sql sql;
    private final Tenancy tenancy;
    private final InstantSource wall;

    CutOffs(Rows rows, Ids ids, Sql sql, Tenancy tenancy, InstantSource wall) {
        this.rows = rows;
        this.ids = ids;
        this.sql = sql;
        this.tenancy = tenancy;
        this.wall = wall;
    }

    /** @param clientId null for a cut-off of every client's book */
    public record Closing(UUID id, UUID clientId, LocalDate through, Instant madeAt, String madeBy) {

        /** For journal and evidence. */
        public String cause() {
            return "cut-off " + through + " by " + madeBy;
        }
    }

    /**
     * What was locked, by one step or by several.
     *
     * @param first position of the first line; null if there was none, as is the last
     * @param billed what the lines bill
     */
    public record Locked(int lines, Long first, Long last, Sums billed) {
        public static final Locked NOTHING = new Locked(0, null, null, Sums.NONE);

        Locked and(Locked next) {
            return new Locked(
                    lines + next.lines,
                    first == null ? next.first : first,
                    next.last == null ? last : next.last,
                    billed.plus(next.billed));
        }
    }

    public Closing close(LocalDate through, UUID clientId, Instant now, String by) {
        CutOff row = new CutOff(ids.next(), clientId, through, now, by);
        rows.persist(row);
        return row.closing();
    }

    /** Writes down what a step locked. Whoever takes the step has the cut-off to itself. */
    public void stepTaken(Closing closing, int number, Locked locked, boolean more) {
        Map<String, String> billed = new TreeMap<>();
        locked.billed().all().forEach(sum -> billed.put(sum.currency().code(), Long.toString(sum.minor())));
        sql.update(
                "INSERT INTO cut_off_step (tenant_id, cut_off_id, number, locked_lines, first_position, last_position,"
                        + " billed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                tenancy.current(),
                closing.id(),
                number,
                locked.lines(),
                locked.first(),
                locked.last(),
                CanonicalJson.text(billed));
        if (more) {
            sql.update(
                    "INSERT INTO cut_off_under_way (tenant_id, cut_off_id, steps, since) VALUES (?, ?, ?, ?) AS now"
                            + " ON DUPLICATE KEY UPDATE steps = now.steps, since = now.since",
                    tenancy.current(),
                    closing.id(),
                    number,
                    wall.instant());
        } else {
            sql.update(
                    "DELETE FROM cut_off_under_way WHERE tenant_id = ? AND cut_off_id = ?",
                    tenancy.current(),
                    closing.id());
        }
    }

    /** How many steps of it were taken, and nobody else takes the next; empty where somebody does, or none is left. */
    public Optional<Integer> claim(UUID id) {
        return sql.first(
                "SELECT steps FROM cut_off_under_way WHERE tenant_id = ? AND cut_off_id = ? FOR UPDATE SKIP LOCKED",
                row -> (int) row.number(1),
                tenancy.current(),
                id);
    }

    /** Those of some cut-offs of which lines are still to be locked. */
    public Set<UUID> underWay(Collection<UUID> cutOffs) {
        return cutOffs.stream()
                .filter(id -> sql.first(
                                "SELECT steps FROM cut_off_under_way WHERE tenant_id = ? AND cut_off_id = ?",
                                row -> row.number(1),
                                tenancy.current(),
                                id)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** All that a cut-off has locked so far. */
    public Locked locked(UUID id) {
        List<Locked> steps = sql.list(
                "SELECT locked_lines, first_position, last_position, billed FROM cut_off_step"
                        + " WHERE tenant_id = ? AND cut_off_id = ? ORDER BY number",
                row -> {
                    int lines = (int) row.number(1);
                    return new Locked(
                            lines,
                            lines == 0 ? null : row.number(2),
                            lines == 0 ? null : row.number(3),
                            billed(row.text(4)));
                },
                tenancy.current(),
                id);
        return steps.stream().reduce(Locked.NOTHING, Locked::and);
    }

    private static Sums billed(String json) {
        return Sums.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)).properties().stream()
                .map(sum -> Money.of(Long.parseLong(sum.getValue().textValue()), sum.getKey())));
    }

    public Optional<Closing> find(UUID id) {
        return rows.findByIdOptional(id).map(CutOff::closing);
    }

    /** Newest first. */
    public List<Closing> before(Optional<UUID> id, int limit) {
        List<Object> values = new ArrayList<>();
        id.ifPresent(values::add);
        return rows
                .find((id.isPresent() ? "id < ?1 " : "1 = 1 ") + "order by id desc", values.toArray())
                .range(0, limit - 1)
                .list()
                .stream()
                .map(CutOff::closing)
                .toList();
    }

    /** Every closing of a client's book that closed a date or any after it. */
    public List<Closing> closingsOf(UUID clientId, LocalDate date) {
        return rows.list("throughDate >= ?1 and (clientId is null or clientId = ?2)", date, clientId).stream()
                .map(CutOff::closing)
                .toList();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CutOff, UUID> {}
}
