package dev.remit.contracts.agreements.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * By what the entries of a list are the same entry in two versions, and what a reader calls them. A list of which nothing is
 * known here is compared as a whole.
 */
final class Subjects {
    private record Kind(String name, List<String> key) {}

    private static final List<String> CODE = List.of("code");

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("clauses", new Kind("Clause", List.of("id"))),
            Map.entry("scopeRules", new Kind("Rule for", List.of("item", "category", "catchAll", "when"))),
            Map.entry("serviceLevels", new Kind("Service level", List.of("priority", "ticketClass", "sites"))),
            Map.entry("rateCard.hourly", new Kind("Hourly rate of", List.of("workType", "role", "from"))),
            Map.entry("compliance", new Kind("Promise of", List.of("clock", "priorities", "period"))),
            Map.entry("parameters", new Kind("Parameter", CODE)),
            Map.entry("deliverables", new Kind("Deliverable", CODE)),
            Map.entry("responsibilities", new Kind("Responsibility", CODE)),
            Map.entry("fees", new Kind("Fee", CODE)),
            Map.entry("allowances", new Kind("Allowance", CODE)),
            Map.entry("examples", new Kind("Example", List.of("title"))),
            Map.entry("attachments", new Kind("Attachment", List.of("name"))),
            Map.entry("annexes", new Kind("Annex", List.of("schema", "title"))));

    private Subjects() {}

    static boolean isKeyed(String list) {
        return KINDS.containsKey(list);
    }

    /** The same for two entries if they are of the same thing. */
    static String key(String list, JsonNode entry) {
        StringJoiner key = new StringJoiner("|");
        KINDS.get(list).key().forEach(member -> key.add(entry.path(member).toString()));
        return key.toString();
    }

    /** What an entry is called. */
    static String name(String list, JsonNode entry) {
        StringJoiner name = new StringJoiner(" ").add(KINDS.get(list).name());
        for (String member : KINDS.get(list).key()) {
            JsonNode value = entry.path(member);
            if (value.isMissingNode()) {
                continue;
            }
            name.add(
                    switch (member) {
                        case "item", "category" -> member + " " + value.asText();
                        case "catchAll" -> "whatever no other rule names";
                        case "when", "sites", "from", "priorities" -> Words.introduced(member, value);
                        default -> Words.of(value);
                    });
        }
        JsonNode title = entry.path("title");
        boolean besideKey = title.isTextual() && !KINDS.get(list).key().contains("title");
        return besideKey ? name + " (" + title.asText() + ")" : name.toString();
    }
}
