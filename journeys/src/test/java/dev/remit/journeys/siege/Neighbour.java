package dev.remit.journeys.siege;

import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The other MSP of the demo world, which goes on with its work. */
final class Neighbour {
    private static final Duration BETWEEN_READS = Duration.ofMillis(30);
    private static final Duration BETWEEN_QUOTES = Duration.ofSeconds(8);
    private static final Duration LONGEST_TO_QUOTE = Duration.ofSeconds(2);
    private static final double MOST_SLOWER = 1.5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String COMPANY = "250";

    private final RemitApi api;
    private final AtomicInteger keys = new AtomicInteger(500);

    Neighbour(RemitApi api) {
        this.api = api;
    }

    /**
     * What it saw of Remit in a while.
     *
     * @param quotes how long each ticket of an extra took from its arrival to its drafted quote
     */
    record Day(Latencies reads, List<Duration> quotes) {
        private Duration longestQuote() {
            return quotes.stream().max(Duration::compareTo).orElseThrow();
        }

        /**
         * What it noticed of others and must not.
         *
         * @param quiet its reads while nothing else went on
         */
        List<String> complaints(Latencies quiet) {
            List<String> complaints = new ArrayList<>();
            if (!reads.refusals().isEmpty()) {
                complaints.add("the neighbour was refused: " + reads.refusals().getFirst());
            }
            Duration most = Duration.ofNanos((long) (quiet.percentile(99).toNanos() * MOST_SLOWER));
            if (reads.percentile(99).compareTo(most) > 0) {
                complaints.add("the neighbour's p99 is %d ms, at most %d ms are allowed"
                        .formatted(reads.percentile(99).toMillis(), most.toMillis()));
            }
            if (longestQuote().compareTo(LONGEST_TO_QUOTE) > 0) {
                complaints.add("a quote of the neighbour took %d ms"
                        .formatted(longestQuote().toMillis()));
            }
            return complaints;
        }

        @Override
        public String toString() {
            return "%s; %d quotes, the longest after %d ms"
                    .formatted(reads, quotes.size(), longestQuote().toMillis());
        }
    }

    /** Reads its list of tickets 33 times a second, and sends work that needs a quote every 8 seconds. */
    Day work(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<List<Duration>> quotes = threads.submit(() -> quotes(end));
            Latencies reads = read(end);
            return new Day(reads, quotes.get());
        }
    }

    /** Each read goes out when it is due, whether the ones before are answered or not, and is counted from that moment. */
    private Latencies read(long end) {
        Latencies latencies = new Latencies();
        try (ExecutorService reads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long due = System.nanoTime(); due < end; due += BETWEEN_READS.toNanos()) {
                parkUntil(due);
                long began = due;
                reads.execute(() -> read(began, latencies));
            }
        }
        return latencies;
    }

    private void read(long due, Latencies latencies) {
        try {
            api.as("other-owner").get("/api/tickets/v1/tickets?limit=1");
            latencies.add(Duration.ofNanos(System.nanoTime() - due));
        } catch (UnexpectedAnswer | UncheckedIOException refusal) {
            latencies.refused(refusal.getMessage());
        }
    }

    private List<Duration> quotes(long end) {
        List<Duration> times = new ArrayList<>();
        long due = System.nanoTime();
        do {
            times.add(untilQuoteIsDrafted());
            due += BETWEEN_QUOTES.toNanos();
            parkUntil(due);
        } while (due < end);
        return times;
    }

    private Duration untilQuoteIsDrafted() {
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

    private static void parkUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
