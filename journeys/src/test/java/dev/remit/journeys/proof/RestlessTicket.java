package dev.remit.journeys.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ticket that changes its status, its priority and its mind: answered, waiting for the client, raised to P2, resolved,
 * reopened and resolved again, with three time entries of which one is corrected and one deleted. Where the fee covers it, it
 * is confidential for a while.
 */
public final class RestlessTicket {
    private static final Instant THURSDAY_1400 = Instant.parse("2026-06-11T18:00:00Z");
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;

    private final String key;
    private final boolean extra;
    private final List<Map<String, Object>> said = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private boolean confidential;

    /**
     * What the PSA sends.
     *
     * @param key the source's own, of the ticket or of the time entry
     */
    public record Message(boolean isTime, String key, Map<String, Object> body) {}

    /**
     * @param key the source's own
     * @param extra whether it is an office move, else a printer's fault that the fee covers
     */
    public RestlessTicket(String key, boolean extra) {
        this.key = key;
        this.extra = extra;
        tell();
    }

    private void tell() {
        say("m1", 0, "CLIENT", false);
        snapshot(0, "New", "Priority 3 - Normal Response", null);
        say("m2", 1_200, "MSP", false);
        snapshot(1_200, "In Progress", "Priority 3 - Normal Response", null);
        say("m3", 2_340, "MSP", true);
        snapshot(2_400, "Waiting Client", "Priority 3 - Normal Response", null);
        say("m4", 5_100, "CLIENT", false);
        confidential = true;
        snapshot(5_400, "Waiting Client", "Priority 3 - Normal Response", null);
        snapshot(2 * HOUR, "In Progress", "Priority 2 - Quick Response", null);
        time("3", DAY - 8 * HOUR, 600, DAY - 7 * HOUR);
        confidential = false;
        snapshot(DAY - 5 * HOUR, "Completed", "Priority 2 - Quick Response", THURSDAY_1400.plusSeconds(DAY - 6 * HOUR));
        time("1", DAY - 6 * HOUR, 2_700, DAY - 4 * HOUR);
        delete("3", DAY - 8 * HOUR, 600, DAY - 4 * HOUR + 60);
        snapshot(DAY - 3 * HOUR, "In Progress", "Priority 2 - Quick Response", null);
        time("1", DAY - 6 * HOUR, 1_800, DAY - 2 * HOUR);
        snapshot(DAY - HOUR, "Completed", "Priority 2 - Quick Response", THURSDAY_1400.plusSeconds(DAY - 2 * HOUR));
        time("2", DAY - 2 * HOUR, 900, DAY);
    }

    private void say(String message, long at, String from, boolean question) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("key", message);
        words.put("at", THURSDAY_1400.plusSeconds(at).toString());
        words.put("from", from);
        words.put("public", true);
        words.put("question", question);
        said.add(words);
    }

    private void snapshot(long at, String status, String priority, Instant resolved) {
        Map<String, Object> ticket = new LinkedHashMap<>(Psa.officeMove("250", THURSDAY_1400));
        ticket.put("sourceUpdatedAt", THURSDAY_1400.plusSeconds(at).toString());
        if (!extra) {
            ticket.put("title", "The printer on the 11th floor");
            ticket.put("category", Map.of("type", "Service desk", "subtype", "Printer"));
        }
        ticket.put("status", status);
        ticket.put("priority", priority);
        ticket.put("messages", List.copyOf(said));
        ticket.put("confidential", confidential);
        if (resolved != null) {
            ticket.put("resolvedAt", resolved.toString());
        }
        messages.add(new Message(false, key, ticket));
    }

    /** Whoever works here works nowhere else, so that no two tickets share a trip. */
    private void time(String entry, long start, long seconds, long updated) {
        messages.add(new Message(true, key + "-" + entry, work(start, seconds, updated)));
    }

    private void delete(String entry, long start, long seconds, long updated) {
        Map<String, Object> work = work(start, seconds, updated);
        work.put("deleted", true);
        messages.add(new Message(true, key + "-" + entry, work));
    }

    private Map<String, Object> work(long start, long seconds, long updated) {
        Map<String, Object> work = Psa.work(
                key,
                "technician-of-" + key,
                THURSDAY_1400.plusSeconds(start),
                THURSDAY_1400.plusSeconds(start + seconds));
        work.put("sourceUpdatedAt", THURSDAY_1400.plusSeconds(updated).toString());
        return work;
    }

    /** In the order of the source's own time. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public String key() {
        return key;
    }

    /** Whether its work is rated. */
    public boolean isExtra() {
        return extra;
    }

    @Override
    public String toString() {
        return "ticket " + key;
    }
}
