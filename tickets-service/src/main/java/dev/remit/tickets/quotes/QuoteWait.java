package dev.remit.tickets.quotes;

import dev.remit.kit.audit.Unaudited;
import dev.remit.kit.http.MoneyJson;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The time between a quote's delivery to its approver and the decision. */
@Entity
@Unaudited("a copy of what billing-service has")
public class QuoteWait {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID ticketId;
    private UUID workItemId;
    private UUID clientId;
    private UUID quoteId;
    private Instant sentAt;
    private Instant sentKnownAt;
    private Instant decidedAt;
    private Instant decidedKnownAt;
    private String decision;
    private String approver;
    private String cap;
    private String used;
    private String currency;

    protected QuoteWait() {}

    QuoteWait(UUID id, UUID ticketId, UUID workItemId, UUID clientId, UUID quoteId) {
        this.id = id;
        this.ticketId = ticketId;
        this.workItemId = workItemId;
        this.clientId = clientId;
        this.quoteId = quoteId;
    }

    void sent(Instant at, String to, Instant now) {
        sentAt = at;
        approver = to;
        sentKnownAt = now;
    }

    void decided(Instant at, String outcome, Instant now) {
        decidedAt = at;
        decision = outcome;
        decidedKnownAt = now;
    }

    /** @param upTo by all approvals of its work item so far */
    void authorised(MoneyJson upTo) {
        cap = upTo.amount();
        currency = upTo.currency();
    }

    void used(MoneyJson soFar) {
        used = soFar.amount();
        currency = soFar.currency();
    }

    public UUID ticketId() {
        return ticketId;
    }

    public UUID workItemId() {
        return workItemId;
    }

    /** Up to how much work may be done; empty where nothing was authorised by it. */
    public Optional<MoneyJson> cap() {
        return Optional.ofNullable(cap).map(amount -> new MoneyJson(amount, currency));
    }

    /** How much was used when that was last told while this was the last approval; empty where nothing was told then. */
    public Optional<MoneyJson> used() {
        return Optional.ofNullable(used).map(amount -> new MoneyJson(amount, currency));
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID quoteId() {
        return quoteId;
    }

    boolean isSent() {
        return sentAt != null;
    }

    /** Empty for a quote that was withdrawn before it was sent. */
    public Optional<Moment> sending() {
        return sentAt == null ? Optional.empty() : Optional.of(new Moment(sentAt, sentKnownAt));
    }

    public Optional<Moment> deciding() {
        return decidedAt == null ? Optional.empty() : Optional.of(new Moment(decidedAt, decidedKnownAt));
    }

    /** {@code APPROVED}, {@code DECLINED}, {@code EXPIRED}, {@code WITHDRAWN} or a later word; null while none is made. */
    public String decision() {
        return decision;
    }

    /** The name of the person who is asked; may be null. */
    public String approver() {
        return approver;
    }

    /**
     * When something happened and when we learnt of it.
     *
     * @param knownAt in the tenant's time
     */
    public record Moment(Instant at, Instant knownAt) {}
}
