package dev.remit.kit.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Difference;
import dev.remit.engines.evidence.LinkStates;
import dev.remit.engines.json.Json;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Says how the next link of a series tells its state. The state before is read from the chain itself: from the series'
 * last whole link on, which is never more than twice what the state comes to.
 */
@ApplicationScoped
class LinkStateChanges {
    private final Sql sql;
    private final Tenancy tenancy;

    LinkStateChanges(Sql sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The members that tell a state: {@code whole}, or {@code since} and {@code changed}. */
    record Written(Map<String, Object> members) {
        boolean isWhole() {
            return members.containsKey("whole");
        }
    }

    private record StoredLink(long position, byte[] payload) {}

    /** What the last link of a series stands for. */
    private record Before(long position, ObjectNode state, long bytesOfChanges) {}

    /** Of a series that has no link yet. */
    Written first(Object state) {
        return new Written(Map.of("whole", Json.object(state)));
    }

    Written next(UUID ticketId, String series, Object state) {
        ObjectNode now = Json.object(state);
        byte[] bytes = CanonicalJson.bytes(now);
        Written whole = first(now);
        return before(ticketId, series)
                .map(before -> {
                    Difference changed = Difference.between(before.state(), now);
                    long changes = before.bytesOfChanges() + CanonicalJson.bytes(changed).length;
                    return changes >= bytes.length
                            ? whole
                            : new Written(Map.of("since", before.position(), "changed", changed));
                })
                .orElse(whole);
    }

    /** Empty at the start of a series, and where something of it was erased. */
    private Optional<Before> before(UUID ticketId, String series) {
        List<StoredLink> links = sql.list(
                "SELECT position, payload FROM evidence_link WHERE tenant_id = ? AND ticket_id = ? AND series = ?"
                        + " AND position >= (SELECT MAX(position) FROM evidence_link"
                        + " WHERE tenant_id = ? AND ticket_id = ? AND series = ? AND whole) ORDER BY position",
                row -> new StoredLink(row.number(1), row.bytes(2)),
                tenancy.current(),
                ticketId,
                series,
                tenancy.current(),
                ticketId,
                series);
        LinkStates states = new LinkStates();
        long changes = 0;
        for (StoredLink link : links) {
            if (link.payload() == null) {
                return Optional.empty();
            }
            ObjectNode payload = Json.parseObject(link.payload());
            states.full(link.position(), payload);
            changes += payload.has("changed") ? link.payload().length : 0;
        }
        if (links.isEmpty()) {
            return Optional.empty();
        }
        long last = links.getLast().position();
        long bytes = changes;
        return states.at(last).map(state -> new Before(last, state, bytes));
    }
}
