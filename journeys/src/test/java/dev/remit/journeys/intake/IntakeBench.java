package dev.remit.journeys.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Machine;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.SandboxClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many tickets a second are stored and ruled when 16 clients send 1,000 at once, how soon a ticket is ruled at 50 a
 * second, and what plain JDBC makes of the same rows. {@code make bench-intake} runs it; {@code CODE=OPTIMISED} has services
 * compiled as in the images. Commits are durable, as {@code make up} has them. It sends to tickets-service itself: the
 * gateway would hold a tenant to its limits.
 */
class IntakeBench {
    private static final int CLIENTS = 16;
    private static final int BURST = 1_000;
    private static final int STEADY_RATE = 50;
    private static final Duration STEADY = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-07-01T14:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int warmUp = Integer.getInteger("intake.warm-up", 2_000);

    @Test
    void ticketsAreStoredAndRuled() throws Exception {
        StackOptions options = StackOptions.onFreePorts(Path.of("target", "stack-of-IntakeBench"))
                .durable();
        boolean optimised = "OPTIMISED".equals(System.getProperty("intake.code"));
        try (Stack stack = Stack.start(optimised ? options.optimised() : options)) {
            stack.loadDemo();
            new SandboxClock(stack.api()).moveTo(NOW);
            say("%s, %d tickets to warm up"
                    .formatted(optimised ? "compiled as in the images" : "compiled lightly", warmUp));
            burst(stack, "warm", warmUp);
            burst(stack, "burst", BURST);
            steady(stack);
            beside(stack);
        }
    }

    private void burst(Stack stack, String name, int count) throws Exception {
        Machine machine = new Machine();
        try (Rulings rulings = new Rulings(stack.mysql())) {
            long began = System.nanoTime();
            Map<String, Long> acknowledged = send(stack, name, count);
            double stored = secondsSince(began);
            rulings.await(count);
            double ruled = (rulings.seen().values().stream()
                                    .mapToLong(Long::longValue)
                                    .max()
                                    .orElseThrow()
                            - began)
                    / 1e9;
            say("%s of %d: %.0f stored a second, %.0f ruled, the last after %.1f s; acknowledged to ruled %s (%s)"
                    .formatted(
                            name,
                            count,
                            count / stored,
                            count / ruled,
                            ruled,
                            percentiles(acknowledged, rulings),
                            machine.spentSince()));
        }
        quiet(stack);
    }

    private static void quiet(Stack stack) {
        List<ServiceProcess> services = Stream.of("contracts", "tickets", "billing", "notifications")
                .map(stack::service)
                .toList();
        Eventually.see(
                "that nobody is behind", Duration.ofMinutes(5), () -> Consumers.behind(stack, services), Map::isEmpty);
    }

    private Map<String, Long> send(Stack stack, String name, int count) throws Exception {
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> all = IntStream.range(0, count)
                    .<Future<?>>mapToObj(i -> clients.submit(() -> {
                        put(stack, name + "-" + i, acknowledged);
                        return null;
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        return acknowledged;
    }

    private void put(Stack stack, String key, Map<String, Long> acknowledged) throws Exception {
        Map<String, Object> ticket = new LinkedHashMap<>(Psa.officeMove("250", NOW));
        ticket.put("title", "Move our office to the 12th floor, " + key);
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(URI.create(stack.service("tickets").url() + Psa.TICKETS + key))
                        .header("Authorization", "Bearer " + stack.token("psa-sync"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(ticket)))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(201, answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8));
        acknowledged.put(JSON.readTree(answer.body()).path("id").asText(), System.nanoTime());
    }

    private void steady(Stack stack) throws Exception {
        int count = STEADY_RATE * (int) STEADY.toSeconds();
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        Machine machine = new Machine();
        try (Rulings rulings = new Rulings(stack.mysql());
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long began = System.nanoTime();
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long due = began + i * (1_000_000_000L / STEADY_RATE);
                Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                String key = "steady-" + i;
                all.add(clients.submit(() -> {
                    put(stack, key, acknowledged);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
            rulings.await(count);
            say("%d a second for %d s: acknowledged to ruled %s (%s)"
                    .formatted(
                            STEADY_RATE, STEADY.toSeconds(), percentiles(acknowledged, rulings), machine.spentSince()));
        }
        quiet(stack);
    }

    private static String percentiles(Map<String, Long> acknowledged, Rulings rulings) {
        List<Long> waits = acknowledged.entrySet().stream()
                .map(one -> Math.max(0, rulings.seen().get(one.getKey()) - one.getValue()))
                .sorted()
                .toList();
        return "p50 %d ms, p99 %d ms".formatted(at(waits, 50), at(waits, 99));
    }

    private static long at(List<Long> sorted, int percent) {
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100)).toMillis();
    }

    private static void beside(Stack stack) throws Exception {
        try (PlainJdbc jdbc = new PlainJdbc(stack.mysql(), PlainJdbc.ruled(stack.mysql(), "burst-"), CLIENTS)) {
            say(jdbc.rows());
            jdbc.store();
            jdbc.rule();
            say("plain JDBC with the same rows: %.0f stored a second, then %.0f ruled"
                    .formatted(jdbc.store(), jdbc.rule()));
        }
    }

    private static double secondsSince(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static void say(String line) {
        System.err.println("bench-intake: " + line);
    }
}
