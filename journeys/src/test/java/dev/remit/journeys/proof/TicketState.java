package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.RestlessTicket.Message;
import dev.remit.stack.demo.RemitApi;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that Remit says of a ticket, with whatever tells one ticket from another taken out. */
public final class TicketState {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** What a ruling and an entry were made from or told as, at the time: a record of how things came, and no state. */
    private static final Pattern RECORD =
            Pattern.compile("\"inputs\":\\{([^{}]|\\{[^{}]*})*+},?|,?\"sha256\":\"[0-9a-f]{64}\"|\"revision\":\\d+,?");

    /** What a source told of a ticket, as keys of events name it: a hash of facts, among them the ticket's own key. */
    private static final Pattern FACTS = Pattern.compile("(?<=Z )[0-9a-f]{12}(?= )");

    private static final String LATER = "2026-07-06T12:00:00Z";

    private TicketState() {}

    /**
     * Ticket, clocks, rulings, time entries, quotes, lines and what the feeds' readers believe, as lines of text in
     * alphabetical order; ids and facts are numbered by their first appearance in the lists.
     */
    public static String of(RemitApi api, LatestEvents feeds, RestlessTicket ticket) {
        RemitApi.As owner = api.as("owner");
        JsonNode seen = owner.get(Psa.TICKETS + ticket.key());
        String id = seen.path("id").asText();
        String path = "/api/tickets/v1/tickets/" + id;
        String all = String.join(
                "\n",
                seen.toString(),
                owner.text(path + "/clocks?asOf=" + LATER),
                owner.text(path + "/rulings"),
                owner.text(path + "/time-entries"),
                owner.text("/api/billing/v1/quotes?ticketId=" + id),
                owner.text("/api/billing/v1/extras?ticketId=" + id),
                feeds.of(id));
        return anonymous(RECORD.matcher(all.replace(ticket.key(), "KEY")).replaceAll(""))
                .lines()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String anonymous(String text) {
        return numbered(FACTS, "facts-", numbered(ID, "id-", text));
    }

    private static String numbered(Pattern pattern, String name, String text) {
        Map<String, String> names = new LinkedHashMap<>();
        return pattern.matcher(text)
                .replaceAll(found -> names.computeIfAbsent(found.group(), unknown -> name + (names.size() + 1)));
    }

    /** Whether a state is one of a ruled ticket and has this message in it, the newest of its kind. */
    public static boolean shows(String state, Message message) {
        return state.contains("\"state\":\"RULED\"")
                && state.contains("\"sourceUpdatedAt\":\"" + message.body().get("sourceUpdatedAt") + "\"");
    }

    /** A state with everything in it: the entries, booked, told, and those that are left rated where they are extra. */
    public static Predicate<String> holds(RestlessTicket ticket) {
        return state -> state.contains("\"externalId\":\"KEY-1\"")
                && state.contains("\"externalId\":\"KEY-2\"")
                && state.contains("\"externalId\":\"KEY-3\"")
                && state.split("TimeEntryRecorded", -1).length - 1 == 3
                && state.split("\"kind\":\"LABOUR\"", -1).length - 1 == (ticket.isExtra() ? 2 : 0);
    }
}
