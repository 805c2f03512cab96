package dev.remit.journeys.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Integrator;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.Psa;
import dev.remit.journeys.proof.ServiceFeed;
import dev.remit.journeys.proof.WebhookProof;
import dev.remit.journeys.proof.WebhookReceiver;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import dev.remit.stack.demo.SandboxClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Clients at work: PSAs send office moves and time, desks send quotes, approvers decide, the bookkeeper closes and exports,
 * neighbours and finance read feeds. Each asks until it is answered and writes down what was acknowledged.
 */
final class Load {
    private static final int PSAS = 8;
    private static final Duration BREATH = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LONGEST_WORK = Duration.ofHours(8);
    private static final Instant BEGIN = Instant.parse("2026-06-11T18:00:00Z");

    /** A client of the demo world, and who decides for it. */
    private record Firm(String company, String approver, String name) {}

    private static final List<Firm> FIRMS =
            List.of(new Firm("250", "partner", "Eleanor Whitfield"), new Firm("260", "priya", "Priya Shah"));

    private final RemitApi api;
    private final SandboxClock clock;
    private final Integrator integrator = new Integrator();
    private final Ledger ledger = new Ledger();
    private final WebhookReceiver receiver = new WebhookReceiver();
    private final Map<Long, JsonNode> financeRead = new ConcurrentSkipListMap<>();
    private final List<ServiceFeed> feeds;
    private final long seed;
    private final AtomicInteger keys = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile Instant now = BEGIN;
    private volatile boolean ending;
    private long toldBefore;

    Load(Stack stack, long seed) {
        this.api = stack.api();
        this.clock = new SandboxClock(api);
        this.seed = seed;
        this.feeds = List.of(
                new ServiceFeed(stack, stack.service("contracts")),
                new ServiceFeed(stack, stack.service("tickets")),
                new ServiceFeed(stack, stack.service("billing")));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Is posted everything that is told from the beginning of the load on. */
    WebhookReceiver receiver() {
        return receiver;
    }

    /** The last position of the feed of notifications before the receiver was known. */
    long toldBefore() {
        return toldBefore;
    }

    Integrator integrator() {
        return integrator;
    }

    /** The feeds as they were read all the while. */
    List<ServiceFeed> feeds() {
        return feeds;
    }

    /** What finance read of its feed when it came, by position. */
    Map<Long, JsonNode> financeRead() {
        return financeRead;
    }

    void begin() {
        integrator.insist(() -> moveClock(BEGIN));
        subscribe();
        for (int psa = 0; psa < PSAS; psa++) {
            Random random = new Random(seed + psa + 1);
            repeat(() -> officeMove(random));
        }
        repeat(this::bookkeeping);
        repeat(this::readFinanceFeed);
        repeat(this::newClient);
        feeds.forEach(feed -> repeat(() -> integrator.insist(feed::readOn)));
    }

    private void subscribe() {
        JsonNode issued =
                api.as("owner").post("/api/notifications/v1/subscriptions", Map.of("url", receiver.address()));
        receiver.knows(issued.path("secret").asText());
        toldBefore = WebhookProof.told(api, 0).stream()
                .mapToLong(item -> item.path("position").asLong())
                .max()
                .orElse(0);
    }

    /** Lets the clients work until a number of further writes are acknowledged. */
    void progress(int writes) {
        int enough = ledger.size() + writes;
        Eventually.see("the next " + writes + " acknowledged writes", PATIENCE, this::written, size -> size >= enough);
    }

    private int written() {
        running.stream().filter(Future::isDone).forEach(Load::requireWell);
        return ledger.size();
    }

    /** Lets the tenant's time pass, so that targets are warned of and missed. */
    synchronized void passTime(Duration step) {
        Instant next = now.plus(step);
        integrator.insist(() -> moveClock(next));
        now = next;
    }

    private boolean moveClock(Instant to) {
        clock.moveTo(to);
        return true;
    }

    /** Lets everybody finish what they are at; what went wrong with any of them is thrown. */
    void end() {
        ending = true;
        running.forEach(Load::requireWell);
        threads.close();
        now = now.plus(Duration.ofDays(7));
        integrator.insist(() -> moveClock(now));
    }

    /** Waits until a client has ended, and throws what ended it. */
    private static void requireWell(Future<?> client) {
        try {
            client.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError("A client could not go on: " + e.getCause(), e.getCause());
        }
    }

    private void repeat(Runnable work) {
        running.add(threads.submit(() -> {
            while (!ending) {
                work.run();
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }));
    }

    /** From the ticket to the last time entry; what has arrived is sent once more at the end. */
    private void officeMove(Random random) {
        String key = Integer.toString(90_000 + keys.incrementAndGet());
        Firm firm = FIRMS.get(random.nextInt(FIRMS.size()));
        Map<String, Object> move = Psa.officeMove(firm.company(), now);
        put(Psa.TICKETS + key, move, receipt -> ledger.tickets.put(key, receipt));
        // Work is billed when it begins after the approval, and believed when it is over.
        Instant decided = decide(key, firm, quoteOf(ledger.tickets.get(key)), random.nextInt(5) > 0);
        passTime(LONGEST_WORK);
        int entries = 1 + random.nextInt(3);
        for (int entry = 0; entry < entries; entry++) {
            String entryKey = key + "-" + entry;
            long minutes = 15L * (4 + random.nextInt(24));
            Instant start = decided.plus(Duration.ofMinutes(random.nextInt(60)));
            Map<String, Object> work =
                    Psa.work(key, "tech-" + entryKey, start, start.plus(Duration.ofMinutes(minutes)));
            put(Psa.TIME + entryKey, work, id -> ledger.work.put(entryKey, new Ledger.Work(id, key, minutes)));
            put(Psa.TIME + entryKey, work, id -> {});
        }
        put(Psa.TICKETS + key, move, receipt -> {});
    }

    private void put(String path, Map<String, Object> body, Consumer<String> acknowledged) {
        JsonNode receipt = integrator.insist(() -> api.as("psa-sync").put(path, body));
        if (!receipt.path("id").isTextual()) {
            throw new AssertionError(path + " was answered " + receipt);
        }
        acknowledged.accept(receipt.path("id").asText());
    }

    private String quoteOf(String ticketId) {
        return Eventually.see(
                        "the quote of ticket " + ticketId,
                        PATIENCE,
                        () -> integrator.insist(
                                () -> Pages.all(api.as("desk"), "/api/billing/v1/quotes?ticketId=" + ticketId)),
                        quotes -> !quotes.isEmpty())
                .getFirst()
                .path("id")
                .asText();
    }

    /** When it was decided by the tenant's time, which may be ahead of what this client has last seen of it. */
    private Instant decide(String ticket, Firm firm, String quote, boolean approves) {
        String path = "/api/billing/v1/quotes/" + quote;
        integrator.insist(() -> api.as("desk").post(path + "/send", Map.of(), "send-" + ticket));
        ledger.sentQuotes.put(quote, ticket);
        Map<String, Object> word = approves
                ? Map.of("typedName", firm.name())
                : Map.of("typedName", firm.name(), "reason", "We stay where we are.");
        JsonNode decided = integrator.insist(() ->
                api.as(firm.approver()).post(path + (approves ? "/approve" : "/decline"), word, "decide-" + ticket));
        String decidedAt = decided.at("/decision/decidedAt").asText();
        ledger.decisions.put(
                quote, new Ledger.Decision(ticket, decided.path("status").asText(), decidedAt));
        return Instant.parse(decidedAt);
    }

    private void bookkeeping() {
        closeBooks("books-" + keys.incrementAndGet());
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
    }

    private void readFinanceFeed() {
        integrator
                .insist(() -> api.as("finance-pull").get("/api/billing/v1/finance-feed?after=" + financeRead.size()))
                .path("items")
                .forEach(item -> {
                    long position = item.path("position").asLong();
                    if (position != financeRead.size() + 1L) {
                        throw new AssertionError("finance read position " + position + " after " + financeRead.size());
                    }
                    financeRead.put(position, item.path("extra"));
                });
    }

    /** The answer to a cut-off, whether it is asked for the first time under its key or again. */
    JsonNode cutOff(String key, String through) {
        return integrator.insist(
                () -> api.as("finance").post("/api/billing/v1/cut-offs", Map.of("through", through), "cut-" + key));
    }

    /** A cut-off once all its lines are locked; the answer to a large one comes before. */
    JsonNode lockedBy(JsonNode cutOff) {
        String path = "/api/billing/v1/cut-offs/" + cutOff.path("id").asText();
        return Eventually.see(
                "the end of cut-off " + cutOff.path("id").asText(),
                PATIENCE,
                () -> integrator.insist(() -> api.as("finance").get(path)),
                seen -> "DONE".equals(seen.path("status").asText()));
    }

    /** Cuts off what is over wherever a client is, exports, downloads and acknowledges. */
    void closeBooks(String key) {
        LocalDate through = LocalDate.ofInstant(now, ZoneOffset.MIN).minusDays(1);
        ledger.cutOffs.put(key, cutOff(key, through.toString()));
        try {
            JsonNode batch = integrator.insist(
                    () -> api.as("finance").post("/api/billing/v1/export-batches", Map.of(), "batch-" + key));
            ledger.batches.put(key, batch);
            long number = batch.path("number").asLong();
            String path = "/api/billing/v1/export-batches/" + number;
            ledger.files.put(
                    number, integrator.insist(() -> api.as("finance-pull").text(path + "/lines.csv")));
            String reference = "INV-" + number;
            integrator.insist(() -> api.as("finance-pull")
                    .post(path + "/acknowledgement", Map.of("reference", reference), "receipt-" + number));
            ledger.receipts.put(number, reference);
        } catch (UnexpectedAnswer refused) {
            if (!refused.isProblem("wrong-state")) {
                throw refused;
            }
            // Nothing waited for export.
        }
    }

    private void newClient() {
        String code = "firm-" + keys.incrementAndGet();
        Map<String, Object> client =
                Map.of("code", code, "name", "Firm " + code, "timeZone", "America/New_York", "currency", "USD");
        JsonNode made = integrator.insist(() -> api.as("owner").post("/api/contracts/v1/clients", client, code));
        ledger.clients.put(code, made.path("id").asText());
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
    }
}
