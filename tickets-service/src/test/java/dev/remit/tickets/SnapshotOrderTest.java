package dev.remit.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Snapshots in any order, however often and however many at once, come to the same. */
@QuarkusTest
class SnapshotOrderTest extends TicketsTest {
    private static final String LATER = "2026-06-20T00:00:00Z";

    /** A ticket's life: asked, put to the client, answered, urgent, waiting for a vendor, resolved, reopened, resolved. */
    private static List<Snapshot> life() {
        Snapshot asked = Snapshot.officeMove().message("m1", "2026-06-11T18:00:00Z", "CLIENT");
        Snapshot put =
                asked.at("2026-06-11T19:30:00Z").status("Waiting Client").message("m2", "2026-06-11T19:30:00Z", "MSP");
        Snapshot answered =
                put.at("2026-06-12T13:00:00Z").status("In Progress").message("m3", "2026-06-12T12:45:00Z", "CLIENT");
        Snapshot urgent = answered.at("2026-06-12T15:00:00Z").with("priority", "Priority 2 - Quick Response");
        Snapshot vendor = urgent.at("2026-06-12T18:00:00Z").status("Waiting Vendor");
        Snapshot resolved =
                vendor.at("2026-06-15T14:05:00Z").status("Completed").with("resolvedAt", "2026-06-15T14:00:00Z");
        Snapshot reopened = vendor.at("2026-06-16T14:00:00Z").status("In Progress");
        Snapshot again =
                reopened.at("2026-06-17T14:05:00Z").status("Completed").with("resolvedAt", "2026-06-17T14:00:00Z");
        return List.of(asked, put, answered, urgent, vendor, resolved, reopened, again);
    }

    @Test
    void anyOrderAndRepetitionGiveTheSameClocksAndTheSamePast() {
        Told inOrder = tell(life());
        assertEquals(14, inOrder.past().size(), inOrder.toString());
        for (int seed = 1; seed <= 6; seed++) {
            List<Snapshot> shuffled = new ArrayList<>(life());
            shuffled.addAll(life());
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(inOrder, tell(shuffled), "seed " + seed);
        }
    }

    @Test
    void manyAtOnceMakeOneTicketAndOneRuling() throws Exception {
        Told inOrder = tell(life());
        Msp msp = Msp.withLawFirm(LATER);
        List<String> ids = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<Future<String>> sent = new ArrayList<>();
            for (int round = 0; round < 3; round++) {
                life().forEach(snapshot -> sent.add(senders.submit(() -> msp.send("70123", snapshot))));
            }
            for (Future<String> answer : sent) {
                ids.add(answer.get());
            }
        }
        assertEquals(1, ids.stream().distinct().count());
        String id = ids.getFirst();
        msp.awaitRuled(id);
        assertEquals(inOrder, told(msp, id));
        assertEquals(1, msp.get("/tickets/" + id + "/rulings").getList("items").size());
        assertEquals(1, msp.events("TicketReceived").size());
    }

    /** What a tenant of its own can say of the ticket in the end. */
    private record Told(Map<String, Object> clocks, List<Map<String, Object>> past, Map<String, Object> lastWord) {}

    private static Told tell(List<Snapshot> snapshots) {
        Msp msp = Msp.withLawFirm(LATER);
        String[] id = new String[1];
        snapshots.forEach(snapshot -> id[0] = msp.send("70123", snapshot));
        msp.awaitRuled(id[0]);
        return told(msp, id[0]);
    }

    private static Told told(Msp msp, String id) {
        return new Told(clocks(msp, id), past(msp, id), lastWord(msp));
    }

    /** What the feed said last of where the ticket stands. */
    private static Map<String, Object> lastWord(Msp msp) {
        List<Map<String, Object>> words = new ArrayList<>(msp.awaitEvents("TicketReceived", 1));
        words.addAll(msp.events("TicketChanged"));
        @SuppressWarnings("unchecked")
        Map<String, Object> last = (Map<String, Object>) words.getLast().get("payload");
        Map<String, Object> standing = new TreeMap<>();
        standing.put("status", last.get("status"));
        standing.put("priority", last.get("priority"));
        standing.put("resolvedAt", last.get("resolvedAt"));
        return standing;
    }

    /** Everything but what names the ticket. */
    private static Map<String, Object> clocks(Msp msp, String id) {
        Map<String, Object> clocks = new TreeMap<>(msp.clocks(id, LATER).getMap(""));
        clocks.remove("ticketId");
        return clocks;
    }

    /** What happened, without when we learnt of it and what we made of it. */
    private static List<Map<String, Object>> past(Msp msp, String id) {
        List<Map<String, Object>> items =
                msp.get("/tickets/" + id + "/timeline").getList("items");
        return items.stream()
                .filter(item -> !item.get("source").equals("REMIT"))
                .map(item -> {
                    Map<String, Object> copy = new TreeMap<>(item);
                    copy.remove("knownAt");
                    return copy;
                })
                .toList();
    }
}
