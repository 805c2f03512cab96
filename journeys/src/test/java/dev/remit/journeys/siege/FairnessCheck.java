package dev.remit.journeys.siege;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.journeys.proof.Machine;
import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.SandboxClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * One MSP has 30,000 tickets that wait for their client and 10,000 open lines; its client comes, 200 time entries arrive in
 * a burst, and its books are closed, exported and acknowledged. All the while the MSP next door reads and works, and must
 * notice nothing. {@code make fairness-check} runs it, {@code MINUTES=…} makes it shorter or longer.
 */
class FairnessCheck {
    private static final int TICKETS = 30_000;
    private static final int LINES = 10_000;
    private static final int ENTRIES = 200;
    private static final Duration WARMING_UP = Duration.ofSeconds(40);
    private static final Duration QUIET = Duration.ofSeconds(60);
    private static final Instant AFTER_THE_WORK = Instant.parse("2026-07-01T12:00:00Z");

    private final Duration limit = Duration.ofMinutes(Integer.getInteger("fairness.minutes", 4));

    @Test
    void theNeighbourNoticesNothingOfABusyTenant() throws Exception {
        try (Stack stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-FairnessCheck"))
                .optimised())) {
            stack.loadDemo();
            new SandboxClock(stack.api()).moveTo(AFTER_THE_WORK);
            BusyTenant busy = new BusyTenant(stack);
            busy.fillAwaitingTickets(TICKETS);
            busy.fillOpenLines(LINES);
            SiegeCheck.awaitQuiet(stack);
            Neighbour neighbour = new Neighbour(stack.api());
            neighbour.work(WARMING_UP);
            Machine machine = new Machine();
            Neighbour.Day quiet = neighbour.work(QUIET);
            say("quiet: %s (%s)".formatted(quiet, machine.spentSince()));

            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<?> work = threads.submit(() -> work(busy));
                machine = new Machine();
                Neighbour.Day during = neighbour.work(limit);
                say("busy: %s (%s)".formatted(during, machine.spentSince()));
                say("settled meanwhile: %,d of %,d tickets".formatted(TICKETS - busy.awaiting(), TICKETS));
                work.get();
                assertEquals("", String.join("\n", during.complaints(quiet.reads())), "what is wrong");
            }
        }
    }

    private static Void work(BusyTenant busy) throws Exception {
        busy.client();
        took(ENTRIES + " entries", () -> busy.burst(ENTRIES));
        took("cut-off of " + LINES + " lines", busy::closeBooks);
        took("batch of " + LINES + " lines", busy::export);
        assertTrue(busy.exported() >= LINES + ENTRIES, busy.exported() + " lines in the batch");
        took("acknowledgement of " + LINES + " lines", busy::acknowledge);
        took("what a version would change of " + LINES + " lines", busy::tryVersion);
        return null;
    }

    private interface Step {
        void run() throws Exception;
    }

    private static void took(String what, Step step) throws Exception {
        long began = System.nanoTime();
        step.run();
        say("%s: %d ms"
                .formatted(what, Duration.ofNanos(System.nanoTime() - began).toMillis()));
    }

    private static void say(String line) {
        System.err.println("fairness-check: " + line);
    }
}
