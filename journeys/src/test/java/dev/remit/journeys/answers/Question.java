package dev.remit.journeys.answers;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the table: some work on a ticket, and what becomes of it.
 *
 * @param key by which its ticket is known at its source
 * @param client code
 * @param ticket what is asked for
 * @param work what is done
 * @param answer the pieces, in their order
 */
public record Question(String key, String client, Ticket ticket, Work work, List<Piece> answer) {

    /**
     * @param site code; null where the ticket names none
     * @param requester {@code name} and {@code email} of who asks, as far as the ticket has them
     */
    public record Ticket(String item, String priority, String ticketClass, String site, Map<String, String> requester) {

        private static final String ASKED_BY = "requester=";

        private static Ticket parse(String text) {
            String[] words = text.strip().split(" ");
            String requester = words.length > 4 ? words[4].substring(ASKED_BY.length()) : "";
            return new Ticket(
                    words[0], words[1], words[2], words[3].equals("-") ? null : words[3], requester(requester));
        }

        /** As in {@code Tom_Okafor,tom@firm.example}. */
        private static Map<String, String> requester(String text) {
            Map<String, String> requester = new LinkedHashMap<>();
            Arrays.stream(text.split(","))
                    .filter(part -> !part.isEmpty())
                    .forEach(part -> requester.put(part.contains("@") ? "email" : "name", part.replace('_', ' ')));
            return requester;
        }
    }

    /**
     * @param used how many were used before of an included volume; null where there is none
     * @param units how many units are counted; null where nobody counts any
     * @param more by name, such as {@code role}
     */
    public record Work(Instant start, int minutes, String type, Integer used, Long units, Map<String, String> more) {

        /** A local time that is there twice, in the night in which clocks are put back, is the later one with a {@code +}. */
        private static Work parse(String text, ZoneId zone) {
            String[] words = text.strip().split(" ");
            boolean later = words[0].endsWith("+");
            LocalDateTime local = LocalDateTime.parse(later ? words[0].substring(0, words[0].length() - 1) : words[0]);
            Map<String, String> more = new LinkedHashMap<>();
            Arrays.stream(words).skip(3).map(word -> word.split("=")).forEach(pair -> more.put(pair[0], pair[1]));
            Instant start = later
                    ? local.atZone(zone).withLaterOffsetAtOverlap().toInstant()
                    : local.atZone(zone).toInstant();
            String used = more.remove("used");
            String units = more.remove("units");
            return new Work(
                    start,
                    Integer.parseInt(words[1]),
                    words[2],
                    used == null ? null : Integer.valueOf(used),
                    units == null ? null : Long.valueOf(units),
                    more);
        }

        Instant end() {
            return start.plus(Duration.ofMinutes(minutes));
        }

        String role() {
            return more.get("role");
        }
    }

    /** @param zones of the client's sites by code, and of the client itself by its own */
    public static Question parse(String key, String client, Map<String, ZoneId> zones, String row) {
        String[] parts = row.split("\\|");
        Ticket ticket = Ticket.parse(parts[0]);
        return new Question(
                key,
                client,
                ticket,
                Work.parse(parts[1], zones.get(ticket.site() == null ? client : ticket.site())),
                Arrays.stream(parts[2].split(";")).map(Piece::parse).toList());
    }

    @Override
    public String toString() {
        return key + ": " + ticket + " " + work;
    }
}
