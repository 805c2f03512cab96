package dev.remit.journeys.siege;

import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Whose tokens these floods need. */
    static final List<String> CALLERS = List.of("integrator", "partner", "finance", "psa-sync");

    private final RemitApi api;
    private final String month;

    /** @param month the ticket of {@link #monthOfWork}; empty before there is one */
    TenantFloods(RemitApi api, String month) {
        this.api = api;
        this.month = month;
    }

    /** A month's worth of work on one ticket, so that its evidence is long. @return the ticket's id */
    static String monthOfWork(RemitApi api, FloodCounts tally) {
        api.as("psa-sync").put(Psa.TICKETS + PROJECT, Psa.officeMove(COMPANY, THURSDAY));
        work(api, PROJECT, Duration.ofHours(1), () -> false, tally);
        return api.as("desk")
                .get("/api/tickets/v1/tickets/by-ref/cw/" + PROJECT)
                .path("id")
                .asText();
    }

    List<Flood> all() {
        return List.of(
                new Flood("simulations of 9,999 moments over 200 years, 8 callers", 1, this::simulations),
                new Flood("a month's evidence, 4 readers", 4, this::evidenceReads),
                new Flood("lists as fast as they are answered, 16 readers", 40, this::lists),
                new Flood("bursts of 200 time entries of nine hours", 2, this::burstsOfWork));
    }

    private void simulations(Flood.Stop stop, FloodCounts tally) throws Exception {
        Map<String, Object> sla = Map.of("cases", List.of(costlySla()));
        Map<String, Object> rating = Map.of("cases", List.of(costlyRating()));
        together(8, stop, () -> {
            asked(tally, () -> api.as("integrator").post("/api/tickets/v1/sla/simulations", sla, "unused"));
            asked(tally, () -> api.as("integrator").post("/api/billing/v1/ratings/simulations", rating, "unused"));
        });
    }

    private void evidenceReads(Flood.Stop stop, FloodCounts tally) throws Exception {
        together(4, stop, () -> {
            asked(tally, () -> api.as("partner").text("/api/tickets/v1/tickets/" + month + "/evidence"));
            asked(tally, () -> api.as("partner").text("/api/tickets/v1/tickets/" + month + "/timeline"));
            asked(tally, () -> api.as("finance").text("/api/billing/v1/extras?ticketId=" + month + "&limit=200"));
            asked(tally, () -> api.as("finance").text("/api/billing/v1/extras/" + anExtra() + "/evidence"));
        });
    }

    /** Until its budget of a minute is used up, and then as much as comes back of it. */
    private void lists(Flood.Stop stop, FloodCounts tally) throws Exception {
        together(16, stop, () -> {
            for (int read = 0; read < 20 && !stop.now(); read++) {
                asked(tally, () -> api.as("partner").get("/api/tickets/v1/tickets?limit=100"));
            }
        });
    }

    private String anExtra() {
        return api.as("finance")
                .get("/api/billing/v1/extras?ticketId=" + month + "&limit=1")
                .at("/items/0/id")
                .asText();
    }

    private void burstsOfWork(Flood.Stop stop, FloodCounts tally) {
        for (int ticket = 98_002; !stop.now(); ticket++) {
            String key = Integer.toString(ticket);
            asked(tally, () -> api.as("psa-sync").put(Psa.TICKETS + key, Psa.officeMove(COMPANY, THURSDAY)));
            work(api, key, Duration.ofHours(9), stop, tally);
            LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
        }
    }

    private static void work(RemitApi api, String ticket, Duration length, Flood.Stop stop, FloodCounts tally) {
        for (int entry = 0; entry < ENTRIES && !stop.now(); entry++) {
            String key = ticket + "-" + entry;
            Instant start = THURSDAY.plus(Duration.ofHours(entry));
            Map<String, Object> body = Psa.work(ticket, "tech-" + entry, start, start.plus(length));
            asked(
                    tally,
                    () -> tally.acknowledged(
                            key,
                            api.as("psa-sync")
                                    .put(Psa.TIME + key, body)
                                    .path("id")
                                    .asText()));
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
    private static void asked(FloodCounts tally, Runnable call) {
        tally.sent();
        try {
            call.run();
            tally.answered();
        } catch (UnexpectedAnswer | UncheckedIOException refused) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
