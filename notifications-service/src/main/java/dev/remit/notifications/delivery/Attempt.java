package dev.remit.notifications.delivery;

import dev.remit.kit.audit.Unaudited;
import dev.remit.notifications.outbound.OutboundAnswer;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** One try of a delivery. Its time is the machine's, as that of its signature is. */
@Entity
@Immutable
@Unaudited("is a record itself")
@Table(name = "delivery_attempt")
class Attempt {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private UUID deliveryId;
    private int number;
    private Instant at;
    private long tookMillis;

    @Convert(converter = AttemptRequestColumn.class)
    private AttemptRequest request;

    private Short status;

    @Convert(converter = AttemptAnswerColumn.class)
    private AttemptAnswer answer;

    private String failure;

    protected Attempt() {}

    Attempt(UUID id, UUID delivery, int number, Outcome outcome) {
        this.id = id;
        this.deliveryId = delivery;
        this.number = number;
        this.at = outcome.at();
        this.tookMillis = outcome.took().toMillis();
        this.request = outcome.request();
        this.failure = outcome.failure();
        OutboundAnswer given = outcome.answer();
        if (given != null) {
            this.status = (short) given.status();
            this.answer = new AttemptAnswer(given.fields(), given.body(), given.cut());
        }
    }

    int number() {
        return number;
    }

    Instant at() {
        return at;
    }

    long tookMillis() {
        return tookMillis;
    }

    AttemptRequest request() {
        return request;
    }

    Optional<Integer> status() {
        return Optional.ofNullable(status).map(Short::intValue);
    }

    Optional<AttemptAnswer> answer() {
        return Optional.ofNullable(answer);
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }
}
