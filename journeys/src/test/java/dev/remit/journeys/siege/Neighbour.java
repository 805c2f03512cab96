package dev.remit.journeys.siege;

import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The other MSP of the demo world, which goes on with its work. */
final class Neighbour {
    private static final Duration BREATH = Duration.ofMillis(40);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String COMPANY = "250";

    private final RemitApi api;
    private final AtomicInteger keys = new AtomicInteger(500);

    Neighbour(Stack stack) {
        this.api = stack.api();
    }

    /** Reads its list of tickets again and again. */
    Latencies readFor(Duration time) {
        Latencies latencies = new Latencies();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            try {
                api.as("other-owner").get("/api/tickets/v1/tickets?limit=1");
                latencies.add(Duration.ofNanos(System.nanoTime() - began));
            } catch (UnexpectedAnswer | UncheckedIOException refusal) {
                latencies.refused(refusal.getMessage());
            }
            LockSupport.parkNanos(BREATH.toNanos());
        }
        return latencies;
    }

    /** How long a ticket of an extra takes from its arrival to its drafted quote. */
    Duration untilQuoteIsDrafted() {
        String key = Integer.toString(keys.incrementAndGet());
        long began = System.nanoTime();
        String ticket = api.as("other-psa-sync")
                .put(Psa.TICKETS + key, Psa.officeMove(COMPANY, Instant.parse("2026-06-11T18:00:00Z")))
                .path("id")
                .asText();
        Eventually.see(
                "the neighbour's quote",
                PATIENCE,
                () -> Pages.all(api.as("other-desk"), "/api/billing/v1/quotes?ticketId=" + ticket),
                quotes -> !quotes.isEmpty());
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
