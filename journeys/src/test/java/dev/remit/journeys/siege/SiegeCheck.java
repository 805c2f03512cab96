package dev.remit.journeys.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Machine;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One flood after the other against a running stack, while the MSP next door reads and works. {@code make siege-check} runs
 * it, {@code MINUTES=…} makes it shorter or longer, {@code ONLY=…} picks floods by a word of their names.
 */
class SiegeCheck {
    private static final Path STATE = Path.of("target", "stack-of-SiegeCheck");
    private static final Duration WARMING_UP = Duration.ofSeconds(15);
    private static final int LEAST_READS = 1_000;
    private static final Instant AFTER_THE_WORK = Instant.parse("2026-07-01T12:00:00Z");

    private final Duration limit = Duration.ofMinutes(Integer.getInteger("siege.minutes", 10));
    private final String only = System.getProperty("siege.only", "");
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, String> acknowledged = new TreeMap<>();
    private final Latencies quiet = new Latencies();
    private final Map<String, Neighbour.Day> meanwhile = new LinkedHashMap<>();

    @Test
    void theNeighbourNoticesNothing() throws Exception {
        try (Stack stack = Stack.start(StackOptions.onFreePorts(STATE).optimised())) {
            stack.loadDemo();
            new SandboxClock(stack.api()).moveTo(AFTER_THE_WORK);
            FloodCounts work = new FloodCounts();
            String month = TenantFloods.monthOfWork(stack.api(), work);
            acknowledged.putAll(work.acknowledged());
            List<Flood> floods = Floods.of(URI.create(stack.gatewayUrl()), stack.api(), month).stream()
                    .filter(flood -> flood.name().contains(only))
                    .toList();
            assertFalse(floods.isEmpty(), "no flood is named " + only);

            Neighbour neighbour = new Neighbour(stack.api());
            neighbour.work(WARMING_UP);
            for (Flood flood : floods) {
                sendBriefly(stack, flood, month, neighbour);
            }
            awaitQuiet(stack);
            neighbour.work(WARMING_UP);
            Duration flooded = limit.multipliedBy(3).dividedBy(4L * floods.size());
            Duration unflooded = limit.dividedBy(4L * (floods.size() + 1));
            ProcessHealth vitals = new ProcessHealth(stack, STATE.resolve("logs"));
            beQuiet(neighbour, unflooded);
            for (Flood flood : floods) {
                withstand(stack, flood, month, flooded, neighbour);
                vitals.look().forEach(sign -> wrong.add(flood.name() + ": " + sign));
                awaitQuiet(stack);
                beQuiet(neighbour, unflooded);
            }
            judge();
            everythingAcknowledgedIsThere(stack);
            say("%s; %s".formatted(quiet, vitals));
            assertEquals("", String.join("\n", wrong), "what is wrong");
        }
    }

    /** So that what is measured is no compiler's work: a process that just started compiles what a flood makes it run often. */
    private void sendBriefly(Stack stack, Flood flood, String month, Neighbour neighbour) throws Exception {
        try (Attackers attackers = Attackers.start(stack.gatewayUrl(), month, flood, stack::token)) {
            neighbour.work(WARMING_UP);
            acknowledged.putAll(attackers.end().acknowledged());
        }
    }

    private void beQuiet(Neighbour neighbour, Duration time) throws Exception {
        Machine machine = new Machine();
        Neighbour.Day day = neighbour.work(time);
        say("quiet: %s (%s)".formatted(day, machine.spentSince()));
        quiet.addAll(day.reads());
    }

    private void withstand(Stack stack, Flood flood, String month, Duration time, Neighbour neighbour)
            throws Exception {
        Machine machine = new Machine();
        Neighbour.Day during;
        FloodCounts tally;
        String spent;
        long began = System.nanoTime();
        try (Attackers attackers = Attackers.start(stack.gatewayUrl(), month, flood, stack::token)) {
            during = neighbour.work(time);
            spent = machine.spentSince();
            tally = attackers.end();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
        acknowledged.putAll(tally.acknowledged());
        say("%s: %s; %d sent, %d answered (%s)"
                .formatted(flood.name(), during, tally.countSent(), tally.countAnswered(), spent));
        if (tally.countSent() < flood.leastASecond() * seconds) {
            wrong.add("%s: was no flood, it sent %d in %d s".formatted(flood.name(), tally.countSent(), seconds));
        }
        meanwhile.put(flood.name(), during);
    }

    /** Against the quiet stretches before, between and after the floods: a machine has better minutes and worse ones. */
    private void judge() {
        requireEnough("quiet", quiet);
        quiet.refusals().forEach(refusal -> wrong.add("quiet: the neighbour was refused: " + refusal));
        meanwhile.forEach((flood, day) -> {
            requireEnough(flood, day.reads());
            day.complaints(quiet).forEach(complaint -> wrong.add(flood + ": " + complaint));
        });
    }

    private void requireEnough(String when, Latencies reads) {
        if (reads.count() < LEAST_READS) {
            wrong.add("%s: %d reads are too few for a p99, %d are needed; take more MINUTES"
                    .formatted(when, reads.count(), LEAST_READS));
        }
    }

    static void awaitQuiet(Stack stack) {
        List<ServiceProcess> services = Stream.of("contracts", "tickets", "billing", "notifications")
                .map(stack::service)
                .toList();
        Eventually.see(
                "that nobody is behind", Duration.ofMinutes(5), () -> Consumers.behind(stack, services), Map::isEmpty);
    }

    /** Of the month and of the bursts. */
    private void everythingAcknowledgedIsThere(Stack stack) {
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
        say("looked for " + acknowledged.size() + " acknowledged time entries");
    }

    private static void say(String line) {
        System.err.println("siege-check: " + line);
    }
}
