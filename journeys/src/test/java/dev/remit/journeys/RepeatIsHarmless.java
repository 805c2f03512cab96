package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Integrator;
import dev.remit.journeys.proof.LatestEvents;
import dev.remit.journeys.proof.Psa;
import dev.remit.journeys.proof.RestlessTicket;
import dev.remit.journeys.proof.RestlessTicket.Message;
import dev.remit.journeys.proof.TicketState;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A restless ticket's snapshots and time entries, each delivered twice, shuffled and from several senders at once. Whatever
 * the order, ticket, clocks, verdict, work, quote, money and the feeds' last words end in the same bytes as if each had come once and in order.
 */
class RepeatIsHarmless {
    private static final int SEQUENCES = Integer.getInteger("remit.repeat.sequences", 40);
    private static final long SEED = Long.getLong("remit.repeat.seed", 20_260_611L);
    private static final int AT_ONCE = 4;
    private static final int SENDERS = 3;
    /** After so many the neighbours catch up, so that who is only late is not taken for wrong. */
    private static final int WAVE = 40;
    /** One in so many is an office move, whose work is rated; the others are covered by the fee. */
    private static final int ONE_IS_EXTRA = 20;

    private static final Integrator integrator = new Integrator();
    private static Stack stack;
    private static RemitApi api;
    private static LatestEvents feeds;
    private static List<ServiceProcess> services;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
        api = JourneyStack.ownTenant();
        feeds = new LatestEvents(stack);
        services = Stream.of("contracts", "tickets", "billing", "notifications")
                .map(stack::service)
                .toList();
        new SandboxClock(api).moveTo(Instant.parse("2026-07-06T12:00:00Z"));
    }

    @Test
    void everyOrderEndsInTheSameBytes() throws Exception {
        System.err.printf("%d sequences from seed %d%n", SEQUENCES, SEED);
        AtomicInteger done = new AtomicInteger();
        try (ExecutorService several = Executors.newFixedThreadPool(AT_ONCE)) {
            Future<String> first = several.submit(() -> inOrder(new RestlessTicket("in-order-included", false)));
            String extra = inOrder(new RestlessTicket("in-order-extra", true));
            String included = first.get();
            try {
                for (int from = 0; from < SEQUENCES; from += WAVE) {
                    List<Future<?>> sequences = new ArrayList<>();
                    for (int i = from; i < Math.min(from + WAVE, SEQUENCES); i++) {
                        long seed = SEED + i;
                        boolean isExtra = i % ONE_IS_EXTRA == 0;
                        RestlessTicket ticket = new RestlessTicket("shuffled-" + i, isExtra);
                        sequences.add(several.submit(() -> {
                            shuffled(ticket, new Random(seed));
                            endsIn(isExtra ? extra : included, ticket, seed);
                            if (done.incrementAndGet() % 500 == 0) {
                                System.err.println(done + " sequences are the same");
                            }
                        }));
                    }
                    for (Future<?> sequence : sequences) {
                        sequence.get();
                    }
                    Eventually.see("every event taken", () -> Consumers.behind(stack, services), Map::isEmpty);
                }
            } finally {
                several.shutdownNow();
            }
        }
        assertEquals(SEQUENCES, done.get());
        Set<String> repeated = new HashSet<>(integrator.repeated().keySet());
        repeated.remove("409");
        assertEquals(Set.of(), repeated, "why a message had to be sent again, beside being told to");
    }

    /** Each message once, each when the one before has taken effect. */
    private static String inOrder(RestlessTicket ticket) {
        for (Message message : ticket.messages()) {
            send(message);
            awaitRest(ticket, message);
        }
        return Eventually.see("the last word", () -> TicketState.of(api, feeds, ticket), TicketState.holds(ticket));
    }

    /** Until the message is there, no neighbour is behind, and a second look finds everything as the first did. */
    private static void awaitRest(RestlessTicket ticket, Message message) {
        String[] before = new String[1];
        Eventually.see(
                "rest",
                () -> {
                    boolean nobodyIsBehind = Consumers.behind(stack, services).isEmpty();
                    String now = TicketState.of(api, feeds, ticket);
                    boolean rests = now.equals(before[0]) && TicketState.shows(now, message);
                    before[0] = now;
                    return rests && nobodyIsBehind;
                },
                rests -> rests);
    }

    private static void shuffled(RestlessTicket ticket, Random random) {
        List<Message> twice = new ArrayList<>(ticket.messages());
        twice.addAll(ticket.messages());
        Collections.shuffle(twice, random);
        Queue<Message> waiting = new ConcurrentLinkedQueue<>(twice);
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                sending.add(senders.submit(() -> {
                    for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
                        send(next);
                    }
                }));
            }
            for (Future<?> sender : sending) {
                sender.get();
            }
        } catch (Exception failed) {
            throw new IllegalStateException(ticket + " could not be sent", failed);
        }
    }

    private static void endsIn(String expected, RestlessTicket ticket, long seed) {
        String[] last = new String[1];
        try {
            Eventually.see(
                    "the same bytes",
                    () -> last[0] = TicketState.of(api, feeds, ticket),
                    state -> state.equals(expected));
        } catch (AssertionError different) {
            assertEquals(expected, last[0], () -> ticket + ", seed " + seed);
        }
    }

    /** Several send messages of one ticket at once: whoever is told that it is busy comes again. */
    private static JsonNode send(Message message) {
        String path = (message.isTime() ? Psa.TIME : Psa.TICKETS) + message.key();
        return integrator.insist(() -> api.as("psa-sync").put(path, message.body()));
    }
}
