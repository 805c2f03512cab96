package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.stack.Stack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a neighbour believes of each ticket who has followed the feeds of tickets and billing to their ends: the last word
 * on each subject, and of its clocks the breaches and met targets that were told and not taken back.
 */
public final class LatestEvents {
    private final List<ServiceFeed> feeds;
    private final Map<String, Ticket> tickets = new HashMap<>();

    public LatestEvents(Stack stack) {
        this.feeds = List.of(
                new ServiceFeed(stack, stack.service("tickets")), new ServiceFeed(stack, stack.service("billing")));
    }

    /** Reads on, and gives what is believed of a ticket by now, line by line; empty where nothing was told. */
    public synchronized String of(String ticketId) {
        for (ServiceFeed feed : feeds) {
            for (List<JsonNode> page = feed.next(); !page.isEmpty(); page = feed.next()) {
                page.forEach(this::hear);
            }
        }
        Ticket ticket = tickets.get(ticketId);
        return ticket == null ? "" : ticket.toString();
    }

    private void hear(JsonNode event) {
        JsonNode payload = event.path("payload");
        String type = event.path("type").asText();
        Ticket ticket = tickets.computeIfAbsent(payload.path("ticketId").asText(), unknown -> new Ticket());
        switch (type) {
            case "TicketReceived", "TicketChanged" ->
                ticket.words.put(
                        "Ticket",
                        ((ObjectNode) payload)
                                .retain("status", "priority", "resolvedAt")
                                .toString());
            case "ClockWarned", "ClockEscalated", "CapNear" -> {
                // One that came too early stays a warning.
            }
            case "TicketUpdated" -> {
                // That something was said on the way; how the ticket stands is compared by itself.
            }
            case "ReviewRaised", "ReviewEnded", "ExtraRated", "ExtraHeld", "ExtraCorrected", "CapUsed" -> {
                // Which reviews and lines there were on the way depends on the order; how they stand is compared by
                // itself.
            }
            case "ClockBreached" ->
                ticket.clock(payload).add("BREACHED " + payload.path("due").asText());
            case "ClockMet" ->
                ticket.clock(payload).add("MET " + payload.path("at").asText());
            case "ClockCorrected" -> ticket.correct(payload);
            default -> ticket.words.put(type + " " + event.path("subject").asText(), payload.toString());
        }
    }

    private static final class Ticket {
        private final Map<String, String> words = new TreeMap<>();
        private final Map<String, List<String>> clocks = new TreeMap<>();

        List<String> clock(JsonNode payload) {
            return clocks.computeIfAbsent(
                    payload.path("clock").asText() + " " + payload.path("cycle").asText(), cycle -> new ArrayList<>());
        }

        void correct(JsonNode payload) {
            List<String> believed = clock(payload);
            believed.remove(payload.path("was").asText());
            if (!payload.path("is").asText().equals("NOTHING")) {
                believed.add(payload.path("is").asText());
            }
        }

        /** A line for each subject and for each clock's cycle. */
        @Override
        public String toString() {
            List<String> lines = new ArrayList<>();
            words.forEach((subject, word) -> lines.add(subject + ": " + word));
            clocks.forEach((cycle, believed) ->
                    lines.add(cycle + ": " + believed.stream().sorted().toList()));
            return String.join("\n", lines);
        }
    }
}
