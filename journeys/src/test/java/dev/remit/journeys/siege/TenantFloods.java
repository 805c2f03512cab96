package dev.remit.journeys.siege;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** What a tenant with valid tokens can ask for, more of it than anybody needs. */
final class TenantFloods {
    private static final Instant THURSDAY = Instant.parse("2026-06-11T18:00:00Z");
    private static final String COMPANY = "250";
    private static final String PROJECT = "98001";
    private static final int ENTRIES = 200;

    private final RemitApi api;
    /** Every time entry that was acknowledged, by its key, with the id that it was given. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    TenantFloods(Stack stack) {
        this.api = stack.api();
    }

    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** A month's worth of work on one ticket, so that its evidence is long. */
    String monthOfWork() {
        api.as("psa-sync").put(Psa.TICKETS + PROJECT, Psa.officeMove(COMPANY, THURSDAY));
        work(PROJECT, "m", ENTRIES, Duration.ofHours(1), () -> false);
        return api.as("desk")
                .get("/api/tickets/v1/tickets/by-ref/cw/" + PROJECT)
                .path("id")
                .asText();
    }

    Flood simulations() {
        return flood(
                "8 callers of simulations with 9,999 moments over 200 years",
                stop -> together(8, stop, () -> {
                    quietly(() -> api.as("integrator").post("/api/tickets/v1/sla/simulations", costlySla(), "unused"));
                    quietly(() ->
                            api.as("integrator").post("/api/billing/v1/ratings/simulations", costlyRating(), "unused"));
                }));
    }

    Flood evidenceReads(String ticket) {
        return flood(
                "4 readers of a month's evidence at once",
                stop -> together(4, stop, () -> {
                    quietly(() -> api.as("partner").text("/api/tickets/v1/tickets/" + ticket + "/evidence"));
                    quietly(() -> api.as("finance").text("/api/billing/v1/extras?ticketId=" + ticket + "&limit=200"));
                    quietly(() -> extra(ticket));
                }));
    }

    private void extra(String ticket) {
        JsonNode extras = api.as("finance").get("/api/billing/v1/extras?ticketId=" + ticket + "&limit=1");
        String id = extras.at("/items/0/id").asText();
        api.as("finance").text("/api/billing/v1/extras/" + id + "/evidence");
    }

    Flood burstOfWork() {
        return flood("200 time entries of nine hours in a burst", stop -> {
            api.as("psa-sync").put(Psa.TICKETS + "98002", Psa.officeMove(COMPANY, THURSDAY));
            work("98002", "b", ENTRIES, Duration.ofHours(9), stop);
        });
    }

    private void work(String ticket, String prefix, int entries, Duration length, Flood.Stop stop) {
        for (int entry = 0; entry < entries && !stop.now(); entry++) {
            String key = ticket + prefix + entry;
            Instant start = THURSDAY.plus(Duration.ofHours(entry));
            Map<String, Object> body = Psa.work(ticket, "tech-" + entry, start, start.plus(length));
            acknowledged.put(
                    key, api.as("psa-sync").put(Psa.TIME + key, body).path("id").asText());
        }
    }

    private static Map<String, Object> costlySla() {
        List<List<String>> windows = new ArrayList<>();
        for (int half = 0; half < 48; half++) {
            windows.add(List.of(time(half * 30), time(half * 30 + 15)));
        }
        List<String> moments = new ArrayList<>();
        for (int moment = 0; moment < 9_999; moment++) {
            int year = 2000 + (moment % 2 == 0 ? moment % 200 : 199 - moment % 200);
            moments.add(year + "-06-11T18:00:00Z");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("zone", "America/New_York");
        body.put(
                "weekly",
                Map.of(
                        "MONDAY",
                        windows,
                        "TUESDAY",
                        windows,
                        "WEDNESDAY",
                        windows,
                        "THURSDAY",
                        windows,
                        "FRIDAY",
                        windows));
        body.put("holidays", List.of());
        body.put("start", "2000-01-03T09:00:00Z");
        body.put("targetMinutes", 100_000_000);
        body.put("pauses", List.of());
        body.put("asOf", moments);
        return body;
    }

    private static String time(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }

    private static Map<String, Object> costlyRating() {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (int entry = 0; entry < 1_000; entry++) {
            entries.add(Map.of(
                    "id", "e" + entry,
                    "workType", "ONSITE",
                    "start", "2026-01-01T00:00:00Z",
                    "end", "2034-12-31T00:00:00Z"));
        }
        return Map.of(
                "calendar",
                        Map.of(
                                "zone",
                                "America/Chicago",
                                "weekly",
                                Map.of("MONDAY", List.of(List.of("08:00", "18:00")))),
                "rateCard",
                        Map.of(
                                "currency",
                                "USD",
                                "hourlyMinor",
                                Map.of("ONSITE", 15_000),
                                "multipliers",
                                Map.of("BUSINESS", "1", "AFTER_HOURS", "1.5", "WEEKEND", "1.5", "HOLIDAY", "2"),
                                "roundingMinutes",
                                15),
                "entries", entries);
    }

    /** What a flood does; see {@link Flood#send}. */
    private interface Sending {
        void send(Flood.Stop stop) throws Exception;
    }

    private static Flood flood(String name, Sending sending) {
        return new Flood() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void send(Stop stop) throws Exception {
                sending.send(stop);
            }
        };
    }

    private static void together(int callers, Flood.Stop stop, Runnable calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> {
                    while (!stop.now()) {
                        calls.run();
                        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                    }
                }));
            }
            for (Future<?> caller : running) {
                caller.get();
            }
        }
    }

    /** Remit may refuse what asks too much; what it answers is looked at by its neighbours alone. */
    private static void quietly(Runnable call) {
        try {
            call.run();
        } catch (UnexpectedAnswer | UncheckedIOException refused) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
