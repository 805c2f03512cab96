package dev.remit.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a tenant's export. */
public final class ExportedLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> all;

    private ExportedLines(List<String> all) {
        this.all = all;
    }

    public static ExportedLines of(byte[] body) {
        return new ExportedLines(
                new String(body, StandardCharsets.UTF_8).lines().toList());
    }

    public List<String> all() {
        return all;
    }

    public JsonNode first() {
        return tree(all.getFirst());
    }

    public JsonNode last() {
        return tree(all.getLast());
    }

    /** How many records of each kind there are, counted anew. */
    public Map<String, Long> counts() {
        return records().stream()
                .collect(Collectors.groupingBy(line -> line.path("kind").asText(), Collectors.counting()));
    }

    public List<JsonNode> of(String kind) {
        return records().stream()
                .filter(line -> line.path("kind").asText().equals(kind))
                .toList();
    }

    private List<JsonNode> records() {
        return all.subList(1, all.size() - 1).stream().map(ExportedLines::tree).toList();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
