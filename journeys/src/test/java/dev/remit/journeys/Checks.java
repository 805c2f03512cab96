package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** What a journey says of an answer, in one line. */
final class Checks {

    private Checks() {}

    /** The text at a JSON pointer. */
    static void says(String expected, JsonNode answer, String pointer) {
        assertEquals(expected, answer.at(pointer).asText(), () -> pointer + " of " + answer);
    }

    /** Each extra as "kind minutes amount billed overCap status". */
    static void lines(List<String> expected, List<JsonNode> extras) {
        assertEquals(
                String.join("\n", expected), extras.stream().map(Checks::line).collect(Collectors.joining("\n")));
    }

    private static String line(JsonNode extra) {
        return String.join(
                " ",
                extra.at("/technician/id").asText(),
                extra.path("kind").asText(),
                extra.path("minutes").asText(),
                extra.at("/amount/amount").asText(),
                extra.at("/billed/amount").asText(),
                extra.at("/overCap/amount").asText(),
                extra.path("status").asText());
    }
}
