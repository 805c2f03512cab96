package dev.remit.tickets.intake;

import dev.remit.kit.audit.Audited;
import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** Something that came in and that a person must look at, since acting on it would be guessing. */
@Entity
@Audited("review")
public class Review {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID connectionId;
    private String externalId;
    private UUID payloadId;

    @Enumerated(EnumType.STRING)
    private ReviewCause cause;

    private String field;
    private String detail;
    private String name;

    @Embedded
    private RuledOtherwise otherwise;

    private Instant raisedAt;

    @Enumerated(EnumType.STRING)
    private ReviewState state = ReviewState.OPEN;

    private Instant decidedAt;
    private String decidedBy;
    private String decidedByLogin;
    private String decidedBySubject;
    private String decidedByRole;
    private String reason;

    @Version
    private long version;

    protected Review() {}

    Review(UUID id, Origin origin, ReviewCause cause, String field, String detail, Instant raisedAt) {
        this.id = id;
        this.connectionId = origin.connectionId();
        this.externalId = origin.externalId();
        this.payloadId = origin.payloadId();
        this.cause = cause;
        this.field = field;
        this.detail = detail;
        this.raisedAt = raisedAt;
    }

    /** The name of the source's that means nothing to us. */
    void ofName(String unknown) {
        name = unknown;
    }

    /**
     * Notes what a person did about it.
     *
     * @throws Problem wrong-state, where that is done already
     */
    public void decide(ReviewState to, Author by, String because, Instant now) {
        if (state != ReviewState.OPEN) {
            throw Problem.wrongState("The review is " + state + "; only an OPEN one can be decided.");
        }
        state = to;
        decidedAt = now;
        decidedBy = by.name() == null ? by.login() : by.name();
        decidedByLogin = by.login();
        decidedBySubject = by.subject();
        decidedByRole = by.role();
        reason = because;
    }

    /** Notes that its cause has gone; gives whether that is news. */
    boolean close(String because, Instant now) {
        if (state != ReviewState.OPEN) {
            return false;
        }
        state = ReviewState.CLOSED;
        decidedAt = now;
        reason = because;
        return true;
    }

    /** Notes that the cause is back which had gone; gives whether that is news. */
    boolean reopen() {
        if (state != ReviewState.CLOSED) {
            return false;
        }
        open();
        return true;
    }

    private void open() {
        state = ReviewState.OPEN;
        decidedAt = null;
        decidedBy = null;
        decidedByLogin = null;
        decidedBySubject = null;
        decidedByRole = null;
        reason = null;
    }

    /**
     * Notes what a ruling would be by what is known now; gives whether that is news. What a person has dismissed is not asked
     * again.
     *
     * @param payload by which it is known
     */
    boolean follow(UUID payload, RuledOtherwise now, String words) {
        if (state == ReviewState.DISMISSED && now.equals(otherwise)) {
            return false;
        }
        boolean news = state != ReviewState.OPEN || !now.equals(otherwise);
        if (state != ReviewState.OPEN) {
            open();
        }
        payloadId = payload;
        otherwise = now;
        detail = words;
        return news;
    }

    public ReviewState state() {
        return state;
    }

    /** When it was decided or closed; empty while it is open. */
    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** The person who decided; empty where nobody had to. */
    public Optional<Author> decidedBy() {
        return decidedByRole == null
                ? Optional.empty()
                : Optional.of(new Author(decidedBySubject, decidedByLogin, decidedBy, decidedByRole));
    }

    /** Why, in that person's words or ours; null while it is open. */
    public String reason() {
        return reason;
    }

    public UUID payloadId() {
        return payloadId;
    }

    public UUID id() {
        return id;
    }

    public UUID connectionId() {
        return connectionId;
    }

    public String externalId() {
        return externalId;
    }

    public ReviewCause cause() {
        return cause;
    }

    public String field() {
        return field;
    }

    /** Of the source's, that means nothing to us; null for every cause but UNKNOWN_NAME. */
    public String name() {
        return name;
    }

    public String detail() {
        return detail;
    }

    /** What a ruling would be by now; empty for every cause but FACTS_CHANGED. */
    public Optional<RuledOtherwise> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    public Instant raisedAt() {
        return raisedAt;
    }
}
