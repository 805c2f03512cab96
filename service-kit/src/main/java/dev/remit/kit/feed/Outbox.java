package dev.remit.kit.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.sql.RowsAtCommit;
import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where a fact says that it happened, in the fact's own transaction. The event gets its position soon after the commit. */
@ApplicationScoped
public class Outbox {
    private static final String INSERT =
            "INSERT INTO outbox (tenant_id, type, subject_id, occurred_at, payload) VALUES (?, ?, ?, ?, ?)";

    private final Tenancy tenancy;
    private final TenantClock clock;
    private final ObjectMapper json;
    private final RowsAtCommit rows;

    Outbox(
            Sql sql,
            Tenancy tenancy,
            TenantClock clock,
            ObjectMapper json,
            TransactionSynchronizationRegistry transaction,
            SequencerLoop sequencer) {
        this.tenancy = tenancy;
        this.clock = clock;
        this.json = json;
        this.rows = new RowsAtCommit(INSERT, sql, transaction, sequencer::nudge);
    }

    /**
     * An event that is not written yet.
     *
     * @param type at most 100 characters, such as {@code TicketReceived}
     * @param subject id of what it happened to
     * @param payload what readers need to know, written as JSON
     */
    public record NewEvent(String type, UUID subject, Object payload) {}

    /**
     * @param type at most 100 characters, such as {@code TicketReceived}
     * @param subject id of what it happened to
     * @param payload what readers need to know, written as JSON
     * @throws IllegalStateException outside a transaction, where fact and event could part
     */
    public void append(String type, UUID subject, Object payload) {
        append(List.of(new NewEvent(type, subject, payload)));
    }

    /**
     * Several at once, in their order.
     *
     * @throws IllegalStateException outside a transaction, where facts and events could part
     */
    public void append(List<NewEvent> events) {
        if (QuarkusTransaction.getStatus() == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("An event is written in the transaction of its fact, and none is running");
        }
        if (events.isEmpty()) {
            return;
        }
        UUID tenant = tenancy.current();
        Instant now = clock.nowFor(tenant);
        events.forEach(event -> rows.add(tenant, event.type(), event.subject(), now, bytes(event.payload())));
    }

    private byte[] bytes(Object payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
