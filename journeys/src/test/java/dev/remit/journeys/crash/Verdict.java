package dev.remit.journeys.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Causes;
import dev.remit.journeys.proof.Chain;
import dev.remit.journeys.proof.Consumers;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Hash;
import dev.remit.journeys.proof.MailProof;
import dev.remit.journeys.proof.Pages;
import dev.remit.journeys.proof.ServiceFeed;
import dev.remit.journeys.proof.WebhookProof;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at Remit from outside, when all is quiet, and names everything that was lost, doubled or does not add up. */
final class Verdict {
    private static final String BATCHES = "/api/billing/v1/export-batches";
    private static final List<String> FINAL_FIGURES = List.of(
            "id",
            "kind",
            "origin",
            "refersTo",
            "minutes",
            "amount",
            "billed",
            "overCap",
            "arithmetic",
            "workItemId",
            "timeEntry",
            "approval",
            "lockedAt",
            "position");

    private final Stack stack;
    private final RemitApi api;
    private final Load load;
    private final Ledger ledger;
    private final List<String> wrong = new ArrayList<>();

    Verdict(Stack stack, Load load) {
        this.stack = stack;
        this.api = stack.api();
        this.load = load;
        this.ledger = load.ledger();
    }

    /** Waits until nobody is behind; what never catches up counts as lost. */
    void awaitQuiet() {
        List<ServiceProcess> services = Stream.of("contracts", "tickets", "billing", "notifications")
                .map(stack::service)
                .toList();
        Eventually.see("that nobody is behind", () -> Consumers.behind(stack, services), Map::isEmpty);
        Eventually.see("a line for every time entry", this::entriesWithoutLine, List::isEmpty);
        ServiceFeed tickets = new ServiceFeed(stack, stack.service("tickets"));
        Eventually.see(
                "a missed response for every ticket",
                () -> Causes.count(tickets.all(), "ClockBreached", "clock").getOrDefault("RESPONSE", 0),
                breaches -> breaches >= ledger.tickets.size());
        Eventually.see("that every webhook has arrived", this::webhooksMissing, Set::isEmpty);
        Eventually.see("that every quote was written about", this::mailsWaiting, List::isEmpty);
    }

    /** What failed is tried again when the tenant's time has gone on. */
    private Set<String> webhooksMissing() {
        Set<String> missing = WebhookProof.missing(api, load.toldBefore(), load.receiver());
        if (!missing.isEmpty()) {
            load.passTime(Duration.ofHours(1));
        }
        return missing;
    }

    /** A mail waits for the end of quiet hours, or for its next try. */
    private List<String> mailsWaiting() {
        List<String> waiting = MailProof.waiting(api);
        if (!waiting.isEmpty()) {
            load.passTime(Duration.ofHours(1));
        }
        return waiting;
    }

    private List<String> entriesWithoutLine() {
        TreeSet<String> waiting = new TreeSet<>(ledger.work.keySet());
        extras().forEach(extra ->
                waiting.remove(extra.at("/timeEntry/externalId").asText()));
        return List.copyOf(waiting);
    }

    /** @return a line for each thing that is wrong */
    List<String> judge() {
        everyClientIsThereOnce();
        everyTicketIsThereOnce();
        everyQuoteStandsAsDecided();
        booksBalance();
        financeFeedIsWhole();
        batchesAreWhole();
        feedsAreWhole();
        trailsAreWhole();
        wrong.addAll(WebhookProof.faults(api, load.receiver()));
        wrong.addAll(MailProof.faults(api, stack.mails()));
        load.integrator().unforeseen().forEach(answer -> wrong.add("blames Remit itself: " + answer));
        return wrong;
    }

    private void everyClientIsThereOnce() {
        Map<String, List<String>> there = new HashMap<>();
        for (JsonNode client : Pages.all(api.as("owner"), "/api/contracts/v1/clients")) {
            there.computeIfAbsent(text(client, "/code"), code -> new ArrayList<>())
                    .add(text(client, "/id"));
        }
        ledger.clients.forEach((code, id) -> equal("client " + code, List.of(id), there.get(code)));
    }

    private void everyTicketIsThereOnce() {
        Map<String, List<JsonNode>> there = new HashMap<>();
        for (JsonNode ticket : Pages.all(api.as("desk"), "/api/tickets/v1/tickets")) {
            there.computeIfAbsent(text(ticket, "/externalId"), key -> new ArrayList<>())
                    .add(ticket);
        }
        equal("tickets", ledger.tickets.keySet(), new TreeSet<>(there.keySet()));
        ledger.tickets.forEach((key, id) -> {
            equal("ticket " + key, 1, there.getOrDefault(key, List.of()).size());
            JsonNode ticket = api.as("desk").get("/api/tickets/v1/tickets/by-ref/cw/" + key);
            equal("ticket " + key, id, text(ticket, "/id"));
            equal("ruling of " + key, "EXTRA", text(ticket, "/workItems/0/ruling/verdict"));
            evidenceHolds(key, id);
        });
        ledger.work.forEach((key, work) -> {
            JsonNode entry = api.as("desk").get("/api/tickets/v1/time-entries/" + work.id());
            equal("time entry " + key, key, text(entry, "/externalId"));
            equal("ticket of time entry " + key, ledger.tickets.get(work.ticket()), text(entry, "/ticketId"));
        });
    }

    private void evidenceHolds(String key, String ticketId) {
        JsonNode chain = Chain.whole(api.as("auditor"), "/api/tickets/v1/tickets/" + ticketId + "/evidence");
        Chain.firstBroken(chain).ifPresent(link -> wrong.add("evidence of ticket " + key + " breaks at " + link));
        int snapshots = 0;
        for (JsonNode link : chain.path("links")) {
            snapshots += text(link, "/kind").equals("SNAPSHOT") ? 1 : 0;
        }
        equal("snapshots in the evidence of ticket " + key, 1, snapshots);
    }

    private void everyQuoteStandsAsDecided() {
        Map<String, List<String>> ofTicket = new HashMap<>();
        Map<String, JsonNode> quotes = quotes();
        quotes.forEach((id, quote) -> ofTicket.computeIfAbsent(text(quote, "/ticketId"), ticket -> new ArrayList<>())
                .add(id));
        ledger.tickets.forEach((key, id) -> equal(
                "quotes of ticket " + key,
                1,
                ofTicket.getOrDefault(id, List.of()).size()));
        ledger.sentQuotes.keySet().forEach(id -> equal("quote " + id, true, quotes.containsKey(id)));
        ledger.decisions.forEach((id, decision) -> {
            JsonNode quote = quotes.get(id);
            equal("quote " + id, decision.status(), text(quote, "/status"));
            equal("decision of quote " + id, decision.decidedAt(), text(quote, "/decision/decidedAt"));
        });
    }

    /** Each line adds up, each entry's minutes are all there, and nothing is billed but what was approved. */
    private void booksBalance() {
        List<JsonNode> extras = extras();
        Causes.doubledExtras(extras).forEach(twice -> wrong.add("extra twice: " + twice));
        Map<String, Long> minutes = new HashMap<>();
        Map<String, Long> amounts = new TreeMap<>();
        Map<String, Long> billed = new TreeMap<>();
        for (JsonNode extra : extras) {
            String line = "extra " + text(extra, "/id");
            if (!text(extra, "/status").equals("HELD")) {
                equal(line, minor(extra, "/amount"), minor(extra, "/billed") + minor(extra, "/overCap"));
                amounts.merge(text(extra, "/workItemId"), minor(extra, "/amount"), Math::addExact);
                billed.merge(text(extra, "/workItemId"), minor(extra, "/billed"), Math::addExact);
            } else {
                equal("billed of the held " + line, 0L, minor(extra, "/billed"));
            }
            if (text(extra, "/kind").equals("LABOUR")) {
                minutes.merge(
                        text(extra, "/timeEntry/externalId"),
                        extra.path("minutes").asLong(),
                        Long::sum);
            }
        }
        ledger.work.forEach((key, work) -> equal("billable minutes of " + key, work.minutes(), minutes.get(key)));
        for (JsonNode quote : quotes().values()) {
            String workItem = text(quote, "/workItemId");
            long cap = text(quote, "/status").equals("APPROVED") ? minor(quote, "/cap") : 0;
            equal(
                    "billed under quote " + text(quote, "/id"),
                    Math.min(cap, amounts.getOrDefault(workItem, 0L)),
                    billed.getOrDefault(workItem, 0L));
        }
    }

    /** Positions from 1 without gaps, each given by one cut-off, with the figures that finance read before. */
    private void financeFeedIsWhole() {
        List<JsonNode> feed = financeFeed();
        Map<Long, JsonNode> byPosition = new HashMap<>();
        for (int i = 0; i < feed.size(); i++) {
            equal(
                    "position in the finance feed",
                    i + 1L,
                    feed.get(i).path("position").asLong());
            byPosition.put(i + 1L, feed.get(i).path("extra"));
        }
        load.financeRead()
                .forEach((position, extra) ->
                        equal("position " + position, figures(extra), figures(byPosition.get(position))));
        TreeSet<Long> given = new TreeSet<>();
        ledger.cutOffs.forEach((key, cutOff) -> {
            JsonNode locked = load.lockedBy(cutOff);
            long lines = locked.path("lines").asLong();
            for (long i = 0; i < lines; i++) {
                long position = locked.path("firstPosition").asLong() + i;
                equal("position " + position + " given by one cut-off", true, given.add(position));
            }
            equal(
                    "answer to the same cut-off again",
                    cutOff,
                    load.cutOff(key, cutOff.path("through").asText()));
        });
        equal("positions given by cut-offs", feed.size(), given.size());
    }

    private static Map<String, JsonNode> figures(JsonNode extra) {
        Map<String, JsonNode> figures = new TreeMap<>();
        FINAL_FIGURES.forEach(member -> figures.put(member, extra == null ? null : extra.path(member)));
        return figures;
    }

    /** Numbered from 1 without gaps, with every line in one of them, and the same file at every download. */
    private void batchesAreWhole() {
        Map<Long, Long> lines = new TreeMap<>();
        Map<Long, Map<String, Long>> sums = new HashMap<>();
        for (JsonNode item : financeFeed()) {
            JsonNode extra = item.path("extra");
            long batch = extra.path("batch").asLong();
            lines.merge(batch, 1L, Long::sum);
            sums.computeIfAbsent(batch, number -> new TreeMap<>())
                    .merge(text(extra, "/billed/currency"), minor(extra, "/billed"), Math::addExact);
        }
        equal("lines in no batch", null, lines.get(0L));
        List<JsonNode> batches = Pages.all(api.as("finance"), BATCHES);
        equal("batches", ledger.batches.size(), batches.size());
        for (JsonNode batch : batches) {
            long number = batch.path("number").asLong();
            equal("number of a batch", true, number >= 1 && number <= batches.size());
            equal(
                    "lines of batch " + number,
                    lines.get(number),
                    batch.path("lines").asLong());
            Map<String, Long> totals = new TreeMap<>();
            batch.path("totals").forEach(total -> totals.put(text(total, "/currency"), minor(total.path("amount"))));
            equal("totals of batch " + number, sums.get(number), totals);
            String path = BATCHES + "/" + number + "/lines.csv";
            String file = api.as("finance-pull").text(path);
            equal("hash of file " + number, text(batch, "/csvHash"), Hash.sha256(file));
            equal("file " + number + " again", file, api.as("finance-pull").text(path));
            equal("file " + number + " as it was", ledger.files.get(number), file);
            equal("receipt of batch " + number, ledger.receipts.get(number), text(batch, "/acknowledgement/reference"));
        }
        ledger.batches.forEach((key, batch) -> equal(
                "hash of batch " + key,
                text(batch, "/csvHash"),
                text(api.as("finance").get(BATCHES + "/" + batch.path("number")), "/csvHash")));
    }

    /** What a reader saw all the while is what is there now, without gaps, and nothing is told twice. */
    private void feedsAreWhole() {
        for (ServiceFeed feed : load.feeds()) {
            List<JsonNode> before = feed.seen();
            List<JsonNode> now = new ServiceFeed(stack, stack.service(feed.name())).all();
            equal("feed of " + feed.name() + " so far", before, now.subList(0, Math.min(before.size(), now.size())));
            Causes.doubled(now).forEach(twice -> wrong.add(feed.name() + " tells twice: " + twice));
            if (feed.name().equals("tickets")) {
                Map<String, Integer> breaches = Causes.count(now, "ClockBreached", "clock");
                equal("breached responses", ledger.tickets.size(), breaches.getOrDefault("RESPONSE", 0));
            }
        }
    }

    /** Each service finds its audit trail unbroken, and long enough for what was acknowledged. */
    private void trailsAreWhole() {
        trailIsWhole("contracts", ledger.clients.size());
        trailIsWhole("tickets", ledger.tickets.size() + ledger.work.size());
        trailIsWhole(
                "billing",
                ledger.sentQuotes.size() + ledger.decisions.size() + ledger.batches.size() + ledger.receipts.size());
    }

    private void trailIsWhole(String service, int writes) {
        String path = "/api/" + service + "/v1/audit/verification";
        JsonNode trail = api.as("auditor").get(path);
        while (trail.path("intact").asBoolean() && trail.has("next")) {
            trail = api.as("auditor").get(path + "?after=" + trail.path("next").asLong());
        }
        if (!trail.path("intact").asBoolean() || trail.path("records").asLong() < writes) {
            wrong.add("audit trail of %s after %d writes: %s".formatted(service, writes, trail));
        }
    }

    private List<JsonNode> extras() {
        return Pages.all(api.as("finance"), "/api/billing/v1/extras");
    }

    private Map<String, JsonNode> quotes() {
        Map<String, JsonNode> quotes = new TreeMap<>();
        Pages.all(api.as("desk"), "/api/billing/v1/quotes").forEach(quote -> quotes.put(text(quote, "/id"), quote));
        return quotes;
    }

    private List<JsonNode> financeFeed() {
        List<JsonNode> items = new ArrayList<>();
        while (true) {
            JsonNode page = api.as("finance-pull")
                    .get("/api/billing/v1/finance-feed?limit=200&after=" + items.size())
                    .path("items");
            if (page.isEmpty()) {
                return items;
            }
            page.forEach(items::add);
        }
    }

    private void equal(String what, Object expected, Object seen) {
        if (!Objects.equals(expected, seen)) {
            wrong.add(what + ": expected " + expected + ", is " + seen);
        }
    }

    private static String text(JsonNode node, String pointer) {
        return node == null ? "" : node.at(pointer).asText();
    }

    private static long minor(JsonNode node, String pointer) {
        return minor(node.at(pointer).path("amount"));
    }

    private static long minor(JsonNode amount) {
        return amount.isTextual()
                ? new BigDecimal(amount.asText()).movePointRight(2).longValueExact()
                : 0;
    }
}
