package dev.remit.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.sql.SqlFailure;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.tenancy.Tenancy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Makes a POST that creates or charges happen once, however often it is sent. The key's row is the first row of the fact's
 * own transaction: both are there, or neither.
 */
@ApplicationScoped
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";

    public static final int LONGEST_KEY = 255;

    private final KeyTable keys;
    private final Tenancy tenancy;
    private final Caller caller;
    private final EntityManager entities;
    private final InstantSource clock;
    private final ObjectMapper json;
    private final ObjectMapper digestJson;

    Idempotency(
            KeyTable keys,
            Tenancy tenancy,
            Caller caller,
            EntityManager entities,
            InstantSource clock,
            ObjectMapper json) {
        this.keys = keys;
        this.tenancy = tenancy;
        this.caller = caller;
        this.entities = entities;
        this.clock = clock;
        this.json = json;
        this.digestJson = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /**
     * Runs {@code fact} in a transaction of its own, or repeats the answer of the time when it ran. A caller who is bound to a
     * client is answered with nobody else's answer: their keys are their own.
     *
     * @param operation names the request's kind for good, at most 100 characters, such as {@code quotes.decide}
     * @param key the header's value; null when it was not sent
     * @param request all that makes two requests the same: the body and what the path names
     * @param fact may run a second time after a deadlock or where another inserted the same row first, so it must do nothing
     *     that a rollback does not undo
     * @throws Problem validation without a sane key, key-reused for another request, busy while the first one still runs
     * @throws IllegalStateException inside a transaction, which could not be repeated
     */
    RestResponse<?> once(String operation, String key, Object request, Supplier<RestResponse<?>> fact) {
        String read = IdempotencyKey.read(key);
        if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("An idempotent operation starts the transaction; it cannot join one");
        }
        Attempt attempt = new Attempt(tenancy.current(), operation, stored(read), digest(request));
        try {
            return first(attempt, fact).first();
        } catch (RuntimeException e) {
            if (!SqlFailure.isCollision(e)) {
                throw e;
            }
            return earlier(attempt).orElseGet(() -> again(attempt, fact));
        }
    }

    /**
     * The key of a request whose operation keeps it in a row of its own, since it does more than one transaction can.
     *
     * @param key the header's value; null when it was not sent
     * @param request all that makes two requests the same
     * @throws Problem validation without a sane key
     */
    public RequestKey keyOf(String key, Object request) {
        return new RequestKey(IdempotencyKey.read(key), digest(request));
    }

    private record Attempt(UUID tenant, String operation, String key, byte[] digest) {}

    private RestResponse<?> again(Attempt attempt, Supplier<RestResponse<?>> fact) {
        try {
            return first(attempt, fact).first();
        } catch (RuntimeException e) {
            if (!SqlFailure.is(e, SqlFailure.DUPLICATE_KEY)) {
                throw e;
            }
            return earlier(attempt).orElseThrow(() -> e);
        }
    }

    private StoredAnswer first(Attempt attempt, Supplier<RestResponse<?>> fact) {
        return QuarkusTransaction.requiringNew().call(() -> {
            keys.insert(attempt.tenant, attempt.operation, attempt.key, attempt.digest, clock.instant());
            RestResponse<?> answer = fact.get();
            entities.flush();
            StoredAnswer stored = new StoredAnswer(
                    answer.getStatus(),
                    answer.getHeaderString(HttpHeaders.LOCATION),
                    answer.getHeaderString(HttpHeaders.ETAG),
                    bytes(answer.getEntity()));
            keys.answer(attempt.tenant, attempt.operation, attempt.key, stored);
            return stored;
        });
    }

    /** The answer to the request that had the key before; empty where none had, and the failure is of something else. */
    private Optional<RestResponse<?>> earlier(Attempt attempt) {
        return keys.find(attempt.tenant, attempt.operation, attempt.key).map(use -> {
            new RequestKey(attempt.key, attempt.digest).requireSame(use.digest());
            return use.answer().again();
        });
    }

    /** What an answer shows is meant for its caller; a blank leads, so that nobody can send another's key as it is stored. */
    private String stored(String key) {
        return caller.client()
                .map(client -> " " + HexFormat.of().formatHex(digest(Arrays.asList(client, caller.subject(), key))))
                .orElse(key);
    }

    private byte[] digest(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(digestJson.writeValueAsBytes(request));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] bytes(Object body) {
        try {
            return body == null ? null : json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
