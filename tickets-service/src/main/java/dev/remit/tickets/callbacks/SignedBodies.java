package dev.remit.tickets.callbacks;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.psa.connectwise.CallbackSignature;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the bodies of callbacks, a few at once, and gives out only those whose signature is right. What strangers can make
 * it hold is the limit of one body times the number of bodies at once.
 */
@ApplicationScoped
class SignedBodies {
    private static final int PIECE = 8_192;

    private final long limit;
    private final Semaphore places;
    private final long patienceMillis;

    SignedBodies(
            @ConfigProperty(name = "remit.body-limit-of-webhooks") MemorySize limit,
            @ConfigProperty(name = "remit.tickets.callbacks-at-once") int atOnce,
            @ConfigProperty(name = "remit.tickets.callbacks-wait-millis") long patienceMillis) {
        this.limit = limit.asLongValue();
        this.places = new Semaphore(atOnce, true);
        this.patienceMillis = patienceMillis;
    }

    /**
     * The body, if the signature is that of its very bytes.
     *
     * @param body null for none
     * @param signature the header's value, or null
     * @throws Problem payload-too-large, and service-unavailable where too many are being read
     */
    Optional<byte[]> read(InputStream body, String signature, String signingKey) {
        if (signature == null || body == null) {
            return Optional.empty();
        }
        if (!takePlace()) {
            throw Problem.unavailable("Too many callbacks are coming in at once.");
        }
        try {
            return readNow(body, signature, signingKey);
        } catch (IOException brokenOff) {
            // Half a body proves nothing, and nobody waits for an answer.
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private Optional<byte[]> readNow(InputStream body, String signature, String signingKey) throws IOException {
        CallbackSignature.Check check = CallbackSignature.check(signingKey);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
            if (kept.size() + (long) length > limit) {
                throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "At most " + limit + " bytes are taken here.")
                        .header("Connection", "close");
            }
            check.update(piece, 0, length);
            kept.write(piece, 0, length);
        }
        return check.matches(signature) ? Optional.of(kept.toByteArray()) : Optional.empty();
    }

    private boolean takePlace() {
        try {
            return places.tryAcquire(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
