package dev.remit.journeys.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import dev.remit.stack.demo.SandboxClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One flood after the other against a running stack, while the MSP next door reads and works. {@code make siege-check} runs
 * it, {@code MINUTES=…} makes it shorter or longer.
 */
class SiegeCheck {
    private static final Duration QUIET = Duration.ofSeconds(40);
    private static final Duration LONGEST_TO_QUOTE = Duration.ofSeconds(2);
    private static final double MOST_SLOWER = 1.5;
    private static final Instant AFTER_THE_WORK = Instant.parse("2026-07-01T12:00:00Z");

    private final Duration limit = Duration.ofMinutes(Integer.getInteger("siege.minutes", 10));
    private final List<String> wrong = new ArrayList<>();

    @Test
    void theNeighbourNoticesNothing() throws Exception {
        try (Stack stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-SiegeCheck")))) {
            stack.loadDemo();
            new SandboxClock(stack.api()).moveTo(AFTER_THE_WORK);
            TenantFloods tenant = new TenantFloods(stack);
            String month = tenant.monthOfWork();
            awaitQuiet(stack);
            Neighbour neighbour = new Neighbour(stack);
            neighbour.untilQuoteIsDrafted();
            neighbour.readFor(Duration.ofSeconds(20));
            Latencies quiet = neighbour.readFor(QUIET);
            say("quiet: %s; a quote after %d ms"
                    .formatted(quiet, neighbour.untilQuoteIsDrafted().toMillis()));
            Vitals vitals = new Vitals(stack);

            List<Flood> floods = new ArrayList<>(new SocketFloods(URI.create(stack.gatewayUrl())).all());
            floods.addAll(List.of(tenant.simulations(), tenant.evidenceReads(month), tenant.burstOfWork()));
            Duration each = limit.minus(QUIET).dividedBy(floods.size());
            for (Flood flood : floods) {
                withstand(flood, each, neighbour, quiet);
                vitals.look().forEach(sign -> wrong.add(flood.name() + ": " + sign));
            }

            awaitQuiet(stack);
            everythingAcknowledgedIsThere(stack, tenant.acknowledged());
            Latencies after = neighbour.readFor(QUIET);
            say("afterwards: " + after);
            assertEquals("", String.join("\n", wrong), "what is wrong");
        }
    }

    private void withstand(Flood flood, Duration time, Neighbour neighbour, Latencies quiet) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Latencies during;
        Duration quote;
        try (ExecutorService attacker = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> sending = attacker.submit(() -> {
                flood.send(over::get);
                return null;
            });
            try {
                during = neighbour.readFor(time.dividedBy(2));
                quote = neighbour.untilQuoteIsDrafted();
                neighbour.readFor(time.dividedBy(2));
            } finally {
                over.set(true);
            }
            sending.get();
        }
        say("%s: %s; a quote after %d ms".formatted(flood.name(), during, quote.toMillis()));
        Duration most = Duration.ofNanos((long) (quiet.percentile(99).toNanos() * MOST_SLOWER));
        if (during.percentile(99).compareTo(most) > 0) {
            wrong.add("%s: the neighbour's p99 is %d ms, at most %d ms are allowed"
                    .formatted(flood.name(), during.percentile(99).toMillis(), most.toMillis()));
        }
        if (!during.refusals().isEmpty()) {
            wrong.add(flood.name() + ": the neighbour was refused: "
                    + during.refusals().getFirst());
        }
        if (quote.compareTo(LONGEST_TO_QUOTE) > 0) {
            wrong.add("%s: the neighbour's quote took %d ms".formatted(flood.name(), quote.toMillis()));
        }
    }

    private static void awaitQuiet(Stack stack) {
        List<ServiceProcess> services =
                Stream.of("contracts", "tickets", "billing").map(stack::service).toList();
        Eventually.see(
                "that nobody is behind", Duration.ofMinutes(5), () -> Consumers.behind(stack, services), Map::isEmpty);
    }

    private void everythingAcknowledgedIsThere(Stack stack, Map<String, String> acknowledged) {
        acknowledged.forEach((key, id) -> {
            try {
                JsonNode entry = stack.api().as("desk").get("/api/tickets/v1/time-entries/" + id);
                if (!entry.path("externalId").asText().equals(key)) {
                    wrong.add("time entry " + key + " is " + entry);
                }
            } catch (UnexpectedAnswer | IllegalStateException lost) {
                wrong.add("time entry " + key + " was acknowledged and is lost: " + lost.getMessage());
            }
        });
        say(acknowledged.size() + " acknowledged time entries are there");
    }

    private static void say(String line) {
        System.err.println("siege-check: " + line);
    }
}
