package dev.remit.kit.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.HashChain;
import dev.remit.engines.json.Json;
import dev.remit.kit.evidence.EvidencePage.Stored;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.sql.RowsAtCommit;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The chain of evidence of each of the current tenant's tickets, in the table {@code evidence_link} of the service that
 * keeps one. Two services keep a chain each for the same ticket: one of what was ruled and read, one of what was rated.
 * A chain is written link by link and read in pages: nothing holds a whole one.
 */
@ApplicationScoped
public class Evidence {
    private static final String SCHEMA = "remit-evidence/1";
    private static final String INSERT =
            "INSERT INTO evidence_link (id, tenant_id, ticket_id, position, kind, series, whole, written_at, hash,"
                    + " seal, salt, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** How many bytes of payload a page ends at; a link that is larger comes alone. */
    static final long PAGE_BYTES = 1 << 20;

    /** A place can be taken by another writer meanwhile: a ticket that moved has lines in the books of two clients. */
    private static final int MOST_TRIES = 5;

    /** Up to how many links of each ticket, in the middle, are read to find where chains end. */
    private static final int LINKS_OF_SHORT_CHAINS = 4;

    private final Sql sql;
    private final ReadOnce once;
    private final Tenancy tenancy;
    private final Ids ids;
    private final TenantClock clock;
    private final LinkStateChanges states;
    private final RowsAtCommit together;
    private final SecureRandom random = new SecureRandom();

    Evidence(
            Sql sql,
            ReadOnce once,
            Tenancy tenancy,
            Ids ids,
            TenantClock clock,
            LinkStateChanges states,
            TransactionSynchronizationRegistry transaction) {
        this.sql = sql;
        this.once = once;
        this.tenancy = tenancy;
        this.ids = ids;
        this.clock = clock;
        this.states = states;
        this.together = new RowsAtCommit(INSERT, sql, transaction);
    }

    /** What a link follows. */
    private record Last(int position, byte[] hash) {}

    private record EndOf(UUID ticketId) implements ReadOnce.Question {}

    /** Says that a ticket is new and has no chain yet, so that none is looked for. */
    public void begin(UUID ticketId) {
        once.keep(new EndOf(ticketId), new Last(0, origin(ticketId)));
    }

    private record SeriesOf(UUID ticketId) implements ReadOnce.Question {}

    private record StoredEnd(UUID ticketId, Last last, String series) {}

    /**
     * Reads at once where the chains of some tickets end, and has what is added to them go to the server together. Does
     * nothing where they have many links.
     *
     * @param ticketIds of tickets that are locked, so that nobody else adds to their chains
     */
    public void recall(List<UUID> ticketIds) {
        int most = LINKS_OF_SHORT_CHAINS * ticketIds.size();
        List<Object> arguments = new ArrayList<>(List.of(tenancy.current()));
        arguments.addAll(ticketIds);
        arguments.add(most);
        List<StoredEnd> links = sql.list(
                "SELECT ticket_id, position, hash, series FROM evidence_link WHERE tenant_id = ? AND ticket_id IN ("
                        + String.join(", ", Collections.nCopies(ticketIds.size(), "?"))
                        + ") ORDER BY ticket_id, position LIMIT ?",
                row -> new StoredEnd(row.uuid(1), new Last((int) row.number(2), row.bytes(3)), row.text(4)),
                arguments.toArray());
        if (links.size() == most) {
            return;
        }
        ticketIds.forEach(id -> {
            begin(id);
            once.keep(new SeriesOf(id), new HashSet<String>());
        });
        for (StoredEnd link : links) {
            once.keep(new EndOf(link.ticketId()), link.last());
            series(link.ticketId()).ifPresent(known -> known.add(link.series()));
        }
    }

    /** The series of a chain that was read as a whole; empty where it was not. */
    private Optional<Set<String>> series(UUID ticketId) {
        return once.known(new SeriesOf(ticketId));
    }

    /**
     * Adds a link that stands for itself. Two writers who come to the same place write one after the other.
     *
     * @param kind what the link is about, as the service names it
     * @param facts a record or a map of plain values, whose JSON is an object
     */
    public void append(UUID ticketId, Enum<?> kind, Object facts) {
        write(ticketId, kind, facts, null, false);
    }

    /**
     * Adds a link of a state that grows: of it the link holds what changed since the last link of the same series, or
     * all of it in the series' first link and wherever the changes since the last whole one have come to as much. So a
     * chain grows with what happens and not with its square. The caller holds a lock that keeps two writers from the
     * same series.
     *
     * @param kind what the link is about, as the service names it
     * @param facts what stands in each link in full: a record or a map of plain values, whose JSON is an object
     * @param series names the state within the ticket's chain, at most 200 characters. Whoever may not read one link of
     *     a series must not be given the later ones either: another reader needs another series
     * @param state the state as it is now, likewise, with no member that {@code facts} has
     */
    public void append(UUID ticketId, Enum<?> kind, Object facts, String series, Object state) {
        String name = kind.name() + "/" + series;
        boolean isFirst = end(ticketId).position() == 0
                || series(ticketId).filter(known -> !known.contains(name)).isPresent();
        if (!isFirst) {
            // The state before may be in a link that has not gone to the server yet.
            together.send();
        }
        LinkStateChanges.Written written = isFirst ? states.first(state) : states.next(ticketId, name, state);
        series(ticketId).ifPresent(known -> known.add(name));
        ObjectNode members = Json.copy(Json.object(facts));
        members.setAll(Json.object(written.members()));
        write(ticketId, kind, members, name, written.isWhole());
    }

    private void write(UUID ticketId, Enum<?> kind, Object facts, String series, boolean whole) {
        ObjectNode payload = Json.copy(Json.object(facts));
        payload.put("schema", SCHEMA);
        payload.put("kind", kind.name());
        payload.put("engine", EngineVersion.ENGINE);
        byte[] salt = new byte[HashChain.SALT_LENGTH];
        random.nextBytes(salt);
        byte[] bytes = CanonicalJson.bytes(payload);
        for (int tries = 1; ; tries++) {
            Last last = end(ticketId);
            HashChain.Link link = HashChain.link(last.hash(), salt, bytes);
            try {
                insert(ticketId, kind, series, whole, last.position() + 1, link);
                once.keep(new EndOf(ticketId), new Last(last.position() + 1, link.hash()));
                return;
            } catch (SqlFailure e) {
                once.forget(new EndOf(ticketId));
                if (tries == MOST_TRIES || !SqlFailure.is(e, SqlFailure.DUPLICATE_KEY)) {
                    throw e;
                }
            }
        }
    }

    private void insert(UUID ticketId, Enum<?> kind, String series, boolean whole, int position, HashChain.Link link) {
        UUID tenant = tenancy.current();
        Object[] row = {
            ids.next(),
            tenant,
            ticketId,
            position,
            kind.name(),
            series,
            whole,
            clock.nowFor(tenant),
            link.hash(),
            link.seal(),
            link.salt(),
            link.payload()
        };
        if (series(ticketId).isPresent()) {
            together.add(row);
        } else {
            sql.update(INSERT, row);
        }
    }

    /** The links after a position, checked anew from the hash at it. */
    public EvidencePage page(UUID ticketId, EvidencePaging paging) {
        return page(ticketId, paging, Optional.empty());
    }

    /**
     * The links after a position, checked anew from the hash at it, without some of their payloads.
     *
     * @param withheld whether a payload's members are not for the caller; hash and seal still stand for it. Empty where
     *     the caller may read all, which spares the payloads' reading
     * @throws Problem validation, when the chain does not reach to the position
     */
    public EvidencePage page(UUID ticketId, EvidencePaging paging, Optional<Predicate<Map<String, Object>>> withheld) {
        byte[] previous = hashAt(ticketId, paging.after);
        int last = lastOfPage(ticketId, paging);
        List<Stored> stored = sql.list(
                "SELECT position, kind, written_at, hash, seal, salt, payload FROM evidence_link"
                        + " WHERE tenant_id = ? AND ticket_id = ? AND position > ? AND position <= ? ORDER BY position",
                row -> new Stored(
                        (int) row.number(1),
                        row.text(2),
                        row.instant(3),
                        HashChain.Link.stored(row.bytes(4), row.bytes(5), row.bytes(6), row.bytes(7))),
                tenancy.current(),
                ticketId,
                paging.after,
                last);
        boolean more = last(ticketId).position() > last;
        return EvidencePage.of(ticketId, previous, stored, more, withheld);
    }

    private int lastOfPage(UUID ticketId, EvidencePaging paging) {
        List<long[]> sizes = sql.list(
                "SELECT position, COALESCE(OCTET_LENGTH(payload), 0) FROM evidence_link"
                        + " WHERE tenant_id = ? AND ticket_id = ? AND position > ? ORDER BY position LIMIT ?",
                row -> new long[] {row.number(1), row.number(2)},
                tenancy.current(),
                ticketId,
                paging.after,
                paging.limit);
        long last = paging.after;
        long bytes = 0;
        for (long[] link : sizes) {
            bytes += link[1];
            if (last > paging.after && bytes > PAGE_BYTES) {
                break;
            }
            last = link[0];
        }
        return (int) last;
    }

    private byte[] hashAt(UUID ticketId, int position) {
        return position == 0
                ? origin(ticketId)
                : sql.first(
                                "SELECT hash FROM evidence_link WHERE tenant_id = ? AND ticket_id = ? AND position = ?",
                                row -> row.bytes(1),
                                tenancy.current(),
                                ticketId,
                                position)
                        .orElseThrow(() ->
                                Problem.invalid("after", "must be the position of a link of this chain", "after"));
    }

    private Last end(UUID ticketId) {
        return once.get(new EndOf(ticketId), () -> last(ticketId));
    }

    private Last last(UUID ticketId) {
        return sql.first(
                        "SELECT position, hash FROM evidence_link WHERE tenant_id = ? AND ticket_id = ?"
                                + " ORDER BY position DESC LIMIT 1",
                        row -> new Last((int) row.number(1), row.bytes(2)),
                        tenancy.current(),
                        ticketId)
                .orElseGet(() -> new Last(0, origin(ticketId)));
    }

    private static byte[] origin(UUID ticketId) {
        return HashChain.origin(ticketId.toString());
    }
}
