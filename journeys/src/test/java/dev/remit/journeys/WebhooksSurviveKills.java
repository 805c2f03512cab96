package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Psa;
import dev.remit.journeys.proof.WebhookProof;
import dev.remit.journeys.proof.WebhookReceiver;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Tickets come in while notifications-service is killed and the receiver breaks off what it is at: it hears of each in the
 * end, in order, and what comes twice has one id. {@code make crash-check} does the same with MySQL, and for longer.
 */
@Isolated
class WebhooksSurviveKills {
    private static final int TICKETS = 60;
    private static final int KILLS = 2;
    private static final Instant THURSDAY = Instant.parse("2026-06-11T18:00:00Z");

    private static Stack stack;
    private static RemitApi api;

    private final Random random = new Random(20_260_611);
    private Instant now = THURSDAY;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
        api = JourneyStack.ownTenant();
    }

    @AfterAll
    static void nobodyIsAway() {
        stack.service("notifications").start();
    }

    @Test
    void nothingIsLostAndWhatComesTwiceHasOneId() throws Exception {
        moveTo(THURSDAY);
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonNode issued =
                    api.as("owner").post("/api/notifications/v1/subscriptions", Map.of("url", receiver.address()));
            receiver.knows(issued.path("secret").asText());
            long before = lastPosition();
            CompletableFuture<Void> tickets =
                    CompletableFuture.runAsync(WebhooksSurviveKills::ticketsComeIn, Thread::startVirtualThread);
            for (int i = 0; i < KILLS; i++) {
                pause();
                receiver.kill();
                pause();
                receiver.restart();
                pause();
                stack.service("notifications").kill();
                stack.service("notifications").start();
            }
            tickets.join();
            Eventually.see("a ruling of each ticket", () -> rulings(before), made -> made == TICKETS);
            Eventually.see("that nothing is missing", () -> missing(before, receiver), none -> none == 0);
            assertEquals("", String.join("\n", WebhookProof.faults(api, receiver)));
        }
    }

    private static void ticketsComeIn() {
        for (int i = 0; i < TICKETS; i++) {
            api.as("psa-sync").put(Psa.TICKETS + (75_000 + i), Psa.officeMove("250", THURSDAY));
        }
    }

    private static long lastPosition() {
        return WebhookProof.told(api, 0).stream()
                .mapToLong(item -> item.path("position").asLong())
                .max()
                .orElse(0);
    }

    private static long rulings(long after) {
        return WebhookProof.told(api, after).stream()
                .filter(item -> item.path("type").asText().equals("ruling.made"))
                .count();
    }

    /** What failed is tried again when the tenant's time has gone on. */
    private int missing(long after, WebhookReceiver receiver) {
        int missing = WebhookProof.missing(api, after, receiver).size();
        if (missing > 0) {
            moveTo(now.plus(Duration.ofMinutes(5)));
        }
        return missing;
    }

    private void moveTo(Instant next) {
        now = next;
        new SandboxClock(api).moveTo(next);
    }

    private void pause() {
        LockSupport.parkNanos(Duration.ofMillis(200 + random.nextInt(1_300)).toNanos());
    }
}
