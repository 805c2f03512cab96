package dev.remit.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names and shapes of the published document are such that a person finds their way, and every generator of clients too. */
class PublishedNamesTest {
    private static final Pattern OPERATION = Pattern.compile("([a-z]+)[A-Z][A-Za-z]+");
    private static final Set<String> SERVICES = Set.copyOf(MergedDocument.SERVICES);
    private static final Set<String> VERBS = Set.of(
            "acknowledge",
            "activate",
            "add",
            "adopt",
            "approve",
            "cancel",
            "change",
            "check",
            "compare",
            "contest",
            "copy",
            "create",
            "deactivate",
            "decline",
            "delete",
            "dismiss",
            "download",
            "end",
            "erase",
            "estimate",
            "excuse",
            "export",
            "get",
            "invite",
            "keep",
            "lint",
            "list",
            "map",
            "move",
            "pause",
            "preview",
            "propose",
            "reactivate",
            "read",
            "readdress",
            "receive",
            "record",
            "replay",
            "resolve",
            "resume",
            "retry",
            "revoke",
            "rotate",
            "rule",
            "send",
            "settle",
            "sign",
            "simulate",
            "state",
            "suspend",
            "sync",
            "terminate",
            "test",
            "try",
            "upload",
            "verify",
            "watch",
            "withdraw");
    private static final Set<String> WITHOUT_SUBJECT = Set.of(
            "Basis", "End", "Kind", "Mode", "Of", "Order", "Proof", "Reason", "Result", "State", "Status", "Type");

    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        document = new YAMLMapper().readTree(Path.of("../api/remit.yaml").toFile());
    }

    @Test
    void anOperationIsCalledByWhatItDoesToWhat() {
        assertEquals(
                List.of(),
                operations()
                        .map(operation -> operation.path("operationId").asText())
                        .filter(id -> !isVerbAndNoun(id))
                        .toList());
    }

    private static boolean isVerbAndNoun(String id) {
        var words = OPERATION.matcher(id);
        if (!words.matches()) {
            return false;
        }
        String first = words.group(1);
        return SERVICES.contains(first)
                ? isVerbAndNoun(id.substring(first.length(), first.length() + 1).toLowerCase(Locale.ROOT)
                        + id.substring(first.length() + 1))
                : VERBS.contains(first);
    }

    @Test
    void aSchemaSaysWhatItIsOf() {
        assertEquals(
                List.of(),
                schemaNames()
                        .filter(Predicate.<String>not(WITHOUT_SUBJECT::contains)
                                .and(name -> name.matches("[A-Z][A-Za-z]*[a-z]"))
                                .and(name -> !name.matches("(New|Page)[A-Z].*"))
                                .negate())
                        .toList());
    }

    @Test
    void aBodyIsOneThingAndNotOneOrAListOfThem() {
        assertEquals(
                List.of(),
                parts().filter(part -> Stream.of("oneOf", "anyOf").anyMatch(choice -> hasList(part.path(choice))))
                        .toList());
    }

    private static boolean hasList(JsonNode choices) {
        for (JsonNode choice : choices) {
            if ("array".equals(choice.path("type").asText())) {
                return true;
            }
        }
        return false;
    }

    @Test
    void whatIsAnsweredIsNoClosedList() {
        Set<String> answered = new HashSet<>();
        List<JsonNode> answers = new ArrayList<>();
        operations().forEach(operation -> answers.add(operation.path("responses")));
        answers.add(document.at("/components/responses"));
        for (int i = 0; i < answers.size(); i++) {
            parts(answers.get(i))
                    .map(part -> part.path("$ref").asText())
                    .filter(reference -> reference.startsWith("#/components/") && answered.add(reference))
                    .forEach(reference -> answers.add(document.at(reference.substring(1))));
        }
        assertEquals(
                List.of(),
                answers.stream()
                        .flatMap(PublishedNamesTest::parts)
                        .filter(part -> part.path("enum").isArray())
                        .toList());
        assertTrue(answered.contains("#/components/schemas/Verdict"), answered.toString());
    }

    @Test
    void anIdIsToldByItsFormatAlone() {
        assertEquals(
                List.of(),
                parts().filter(part -> "uuid".equals(part.path("format").asText()) && part.has("pattern"))
                        .toList());
    }

    @Test
    void aKeySaysWhatItMayBe() {
        assertEquals(
                List.of(),
                parts().filter(part ->
                                "Idempotency-Key".equals(part.path("name").asText()))
                        .map(part -> part.path("schema"))
                        .filter(schema -> !schema.path("pattern").asText().equals("^[!#-~][!-~]*$")
                                || schema.path("maxLength").asInt() != 255)
                        .toList());
    }

    @Test
    void aPathMeansOneOperation() {
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        List<String> ambiguous = new ArrayList<>();
        for (String template : paths) {
            Pattern matching = Pattern.compile(template.replaceAll("\\{[^}]+}", "[^/]+"));
            paths.stream()
                    .filter(path ->
                            !path.equals(template) && matching.matcher(path).matches())
                    .forEach(path -> ambiguous.add(path + " is also " + template));
        }
        assertEquals(List.of(), ambiguous);
    }

    private static Stream<String> schemaNames() {
        List<String> names = new ArrayList<>();
        document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names.stream();
    }

    private static Stream<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").forEach(path -> path.forEach(operations::add));
        return operations.stream();
    }

    /** Whatever the document is made of. */
    private static Stream<JsonNode> parts() {
        return parts(document);
    }

    private static Stream<JsonNode> parts(JsonNode whole) {
        List<JsonNode> children = new ArrayList<>();
        whole.forEach(children::add);
        return Stream.concat(Stream.of(whole), children.stream().flatMap(PublishedNamesTest::parts));
    }
}
