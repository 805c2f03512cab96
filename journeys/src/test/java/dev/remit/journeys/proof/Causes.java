package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for one cause that had two effects. */
public final class Causes {

    /** By the type of an event: the members of its payload that may be there together but once. */
    private static final Map<String, List<String>> ONCE = Map.ofEntries(
            Map.entry("TicketReceived", List.of("ticketId")),
            Map.entry("ClockWarned", List.of("ticketId", "clock", "cycle", "percent")),
            Map.entry("ClockEscalated", List.of("ticketId", "clock", "cycle", "ruleId")),
            Map.entry("ClockBreached", List.of("ticketId", "clock", "cycle")),
            Map.entry("ClockMet", List.of("ticketId", "clock", "cycle")),
            Map.entry("TimeEntryRecorded", List.of("timeEntryId", "revision")),
            Map.entry("QuoteDrafted", List.of("workItemId", "kind")),
            Map.entry("QuoteSent", List.of("quoteId")),
            Map.entry("QuoteDecided", List.of("quoteId")),
            Map.entry("WorkAuthorised", List.of("quoteId")),
            Map.entry("CapNear", List.of("quoteId", "threshold")));

    private Causes() {}

    /** Events of a feed that tell for the second time what may happen once. */
    public static List<String> doubled(Collection<JsonNode> events) {
        List<String> keys = new ArrayList<>();
        for (JsonNode event : events) {
            String type = event.path("type").asText();
            if (ONCE.containsKey(type)) {
                keys.add(type + " " + values(event.path("payload"), ONCE.get(type)));
            }
        }
        return repeated(keys);
    }

    /** Extras of which there may be one: a line of a time entry, of its kind and band, or the reversal of a line. */
    public static List<String> doubledExtras(Collection<JsonNode> extras) {
        return repeated(extras.stream()
                .map(extra -> extra.at("/timeEntry/id").asText() + " "
                        + values(extra, List.of("origin", "refersTo", "kind", "band")))
                .toList());
    }

    /** How many events of a type there are for each value of a member of their payload. */
    public static Map<String, Integer> count(Collection<JsonNode> events, String type, String member) {
        Map<String, Integer> counts = new HashMap<>();
        events.stream()
                .filter(event -> event.path("type").asText().equals(type))
                .forEach(
                        event -> counts.merge(event.path("payload").path(member).asText(), 1, Integer::sum));
        return counts;
    }

    static List<String> repeated(Collection<String> keys) {
        Set<String> seen = new HashSet<>();
        return keys.stream().filter(key -> !seen.add(key)).toList();
    }

    private static List<String> values(JsonNode node, List<String> members) {
        return members.stream().map(member -> node.path(member).asText()).toList();
    }
}
