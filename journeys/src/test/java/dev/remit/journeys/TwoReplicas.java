package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Causes;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Integrator;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.journeys.proof.ServiceFeed;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Twelve office moves while two replicas of each service run. Everything is said to both replicas at the same moment, both
 * sweep, both sequence and both follow the feeds of their neighbours. Every cause has one effect.
 */
@Isolated
class TwoReplicas {
    private static final int MOVES = 12;
    private static final long FIRST_KEY = 80_000;
    private static final Instant THURSDAY = Instant.parse("2026-06-11T18:00:00Z");
    private static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");

    private static final Integrator integrator = new Integrator();
    private static final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private static Stack stack;
    private static SandboxClock clock;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.ofTwoReplicas(Path.of("target", "stack-of-TwoReplicas")));
        stack.loadDemo();
        clock = new SandboxClock(stack.api());
    }

    @AfterAll
    static void stop() {
        threads.close();
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void everyCauseHasOneEffect() {
        clock.moveTo(THURSDAY);
        List<String> tickets = ticketsArrive();
        List<String> quotes = tickets.stream().map(TwoReplicas::quoteIsDrafted).toList();
        quotesAreSentAndApproved(quotes);

        clock.moveTo(Instant.parse("2026-06-12T14:00:00Z"));
        ServiceFeed ticketFeed = new ServiceFeed(stack, stack.service("tickets"));
        Eventually.see(
                "a breached response for each ticket",
                () -> Causes.count(ticketFeed.all(), "ClockBreached", "ticketId"),
                breaches -> breaches.size() == MOVES);

        clock.moveTo(Instant.parse("2026-06-13T21:15:00Z"));
        timeArrives();
        List<JsonNode> extras = Eventually.see(
                "labour and travel of each entry",
                () -> Pages.all(stack.api().as("finance"), "/api/billing/v1/extras"),
                lines -> lines.size() >= 2 * MOVES);

        clock.moveTo(Instant.parse("2026-06-15T13:00:00Z"));
        bookkeepersCutOffAtOnce();
        oneBatchIsMade();

        assertEquals(2 * MOVES, extras.size(), "lines");
        assertEquals(List.of(), Causes.doubledExtras(extras), "extras that are there twice");
        everyTicketHasOneBreach(tickets);
        bothReplicasTellTheSameFeedWithoutGapsAndDoubles();
        Eventually.see("that nobody is behind", TwoReplicas::whoIsBehind, Map::isEmpty);
        assertEquals(List.of(), List.copyOf(integrator.unforeseen()), "answers that blame Remit");
    }

    /** Half of them are put and half called back, each to both replicas. */
    private static List<String> ticketsArrive() {
        Psa psa = new Psa();
        String connection = Pages.all(stack.api().as("owner"), "/api/tickets/v1/connections")
                .getFirst()
                .path("id")
                .asText();
        return ofEachMove(move -> {
            List<JsonNode> receipts = move % 2 == 0
                    ? atBoth("tickets", replica -> api(replica)
                            .as("psa-sync")
                            .put(Psa.TICKETS + key(move), Psa.officeMove("250", THURSDAY)))
                    : atBoth(
                            "tickets",
                            replica -> psa.call(
                                    replica.url(), connection, Psa.officeMoveAdded(FIRST_KEY + move, THURSDAY)));
            assertEquals(receipts.get(0).path("id"), receipts.get(1).path("id"), "the ticket");
            assertEquals(
                    List.of("CREATED", "UNCHANGED"),
                    receipts.stream()
                            .map(receipt -> receipt.path("outcome").asText())
                            .sorted()
                            .toList());
            return receipts.getFirst().path("id").asText();
        });
    }

    private static String quoteIsDrafted(String ticketId) {
        List<JsonNode> quotes = Eventually.see(
                "the quote",
                () -> Pages.all(stack.api().as("desk"), "/api/billing/v1/quotes?ticketId=" + ticketId),
                found -> !found.isEmpty());
        assertEquals(1, quotes.size(), "quotes of a ticket");
        return quotes.getFirst().path("id").asText();
    }

    private static void quotesAreSentAndApproved(List<String> quotes) {
        ofEachMove(move -> {
            String path = "/api/billing/v1/quotes/" + quotes.get(move);
            sameAtBoth("billing", replica -> api(replica).as("desk").post(path + "/send", Map.of(), "send-" + move));
            return sameAtBoth("billing", replica -> api(replica)
                    .as("partner")
                    .post(path + "/approve", Map.of("typedName", "Eleanor Whitfield"), "approve-" + move));
        });
    }

    private static void timeArrives() {
        Instant start = Instant.parse("2026-06-13T12:00:00Z");
        Instant end = Instant.parse("2026-06-13T21:00:00Z");
        ofEachMove(move -> {
            List<JsonNode> receipts = atBoth("tickets", replica -> api(replica)
                    .as("psa-sync")
                    .put(Psa.TIME + key(move), Psa.work(key(move), "technician-" + move, start, end)));
            assertEquals(receipts.get(0).path("id"), receipts.get(1).path("id"), "the entry");
            return receipts;
        });
    }

    /** Two people close the same week, each at another replica: every line is locked by one of them. */
    private static void bookkeepersCutOffAtOnce() {
        List<JsonNode> cutOffs = atBoth("billing", replica -> api(replica)
                .as("finance")
                .post("/api/billing/v1/cut-offs", Map.of("through", "2026-06-14"), "cut-off-" + replica.name()));
        assertEquals(
                2 * MOVES,
                cutOffs.stream().mapToInt(done -> done.path("lines").asInt()).sum(),
                "locked lines");
        List<JsonNode> feed = new ArrayList<>();
        stack.api()
                .as("finance-pull")
                .get("/api/billing/v1/finance-feed?limit=200")
                .path("items")
                .forEach(feed::add);
        assertEquals(
                LongStream.rangeClosed(1, 2 * MOVES).boxed().toList(),
                feed.stream().map(item -> item.path("position").asLong()).toList(),
                "positions of the finance feed");
    }

    private static void oneBatchIsMade() {
        JsonNode batch = sameAtBoth(
                "billing",
                replica -> api(replica).as("finance").post("/api/billing/v1/export-batches", Map.of(), "batch"));
        assertEquals(2 * MOVES, batch.path("lines").asInt(), "lines of the batch");
        assertEquals(
                1,
                Pages.all(stack.api().as("finance"), "/api/billing/v1/export-batches")
                        .size(),
                "batches");
    }

    private static void everyTicketHasOneBreach(List<String> tickets) {
        for (String ticket : tickets) {
            long breaches = 0;
            for (JsonNode item : stack.api()
                    .as("desk")
                    .get("/api/tickets/v1/tickets/" + ticket + "/timeline")
                    .path("items")) {
                breaches += item.path("kind").asText().equals("CLOCK_BREACHED") ? 1 : 0;
            }
            assertEquals(1, breaches, "breaches that were noticed of " + ticket);
            JsonNode evidence = stack.api().as("auditor").get("/api/tickets/v1/tickets/" + ticket + "/evidence");
            assertEquals("true", evidence.path("intact").asText(), "evidence of " + ticket);
        }
    }

    private static void bothReplicasTellTheSameFeedWithoutGapsAndDoubles() {
        for (String service : SERVICES) {
            List<JsonNode> events = new ServiceFeed(stack, stack.service(service)).all();
            assertEquals(events, new ServiceFeed(stack, stack.second(service)).all(), "the feed of " + service);
            assertEquals(List.of(), Causes.doubled(events), "doubles in the feed of " + service);
        }
        List<JsonNode> tickets = new ServiceFeed(stack, stack.service("tickets")).all();
        List<JsonNode> billing = new ServiceFeed(stack, stack.service("billing")).all();
        Map<String, Integer> counts = new TreeMap<>();
        Stream.concat(tickets.stream(), billing.stream())
                .forEach(event -> counts.merge(event.path("type").asText(), 1, Integer::sum));
        for (String type : List.of(
                "TicketReceived", "ClockBreached", "TimeEntryRecorded", "QuoteDrafted", "QuoteSent", "QuoteDecided")) {
            assertEquals(MOVES, counts.get(type), type);
        }
    }

    private static Map<String, String> whoIsBehind() {
        return Consumers.behind(
                stack, SERVICES.stream().flatMap(TwoReplicas::replicas).toList());
    }

    private static <T> List<T> ofEachMove(Function<Integer, T> step) {
        List<Future<T>> steps = IntStream.range(0, MOVES)
                .mapToObj(move -> threads.submit(() -> step.apply(move)))
                .toList();
        return steps.stream().map(TwoReplicas::result).toList();
    }

    private static JsonNode sameAtBoth(String service, Function<ServiceProcess, JsonNode> call) {
        List<JsonNode> answers = atBoth(service, call);
        assertEquals(answers.get(0), answers.get(1), "the answers of both replicas");
        return answers.getFirst();
    }

    /** Calls both replicas at the same moment; who is told to come again does. */
    private static List<JsonNode> atBoth(String service, Function<ServiceProcess, JsonNode> call) {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<JsonNode>> answers = replicas(service)
                .map(replica -> threads.submit(() -> {
                    together.await();
                    return integrator.insist(() -> call.apply(replica));
                }))
                .toList();
        return answers.stream().map(TwoReplicas::result).toList();
    }

    private static Stream<ServiceProcess> replicas(String service) {
        return Stream.of(stack.service(service), stack.second(service));
    }

    private static RemitApi api(ServiceProcess replica) {
        return new RemitApi(URI.create(replica.url()), stack::token);
    }

    private static String key(int move) {
        return Long.toString(FIRST_KEY + move);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
