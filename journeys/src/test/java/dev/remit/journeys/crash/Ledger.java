package dev.remit.journeys.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Every write that Remit has acknowledged, by the client's own key: what the clients may count on from then on. */
final class Ledger {

    /** A time entry that was acknowledged. */
    record Work(String id, String ticket, long minutes) {}

    /** A decision that was acknowledged, with the text of the answer. */
    record Decision(String ticket, String status, String decidedAt) {}

    final Map<String, String> clients = new ConcurrentSkipListMap<>();
    final Map<String, String> tickets = new ConcurrentSkipListMap<>();
    final Map<String, String> sentQuotes = new ConcurrentSkipListMap<>();
    final Map<String, Decision> decisions = new ConcurrentSkipListMap<>();
    final Map<String, Work> work = new ConcurrentSkipListMap<>();
    final Map<String, JsonNode> cutOffs = new ConcurrentSkipListMap<>();
    final Map<String, JsonNode> batches = new ConcurrentSkipListMap<>();
    final Map<Long, String> files = new ConcurrentSkipListMap<>();
    final Map<Long, String> receipts = new ConcurrentSkipListMap<>();

    /** How many writes there are; a file is a read. */
    int size() {
        return Stream.of(clients, tickets, sentQuotes, decisions, work, cutOffs, batches, receipts)
                .mapToInt(Map::size)
                .sum();
    }

    @Override
    public String toString() {
        return "%d writes acknowledged: %d clients, %d tickets, %d quotes sent, %d decisions, %d time entries, %d cut-offs, %d batches, %d receipts"
                .formatted(
                        size(),
                        clients.size(),
                        tickets.size(),
                        sentQuotes.size(),
                        decisions.size(),
                        work.size(),
                        cutOffs.size(),
                        batches.size(),
                        receipts.size());
    }
}
