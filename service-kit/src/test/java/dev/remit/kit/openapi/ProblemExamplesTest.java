package dev.remit.kit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemExamplesTest {
    private static final Set<String> DESCRIBED =
            Arrays.stream(ProblemStatus.values()).map(ProblemStatus::code).collect(Collectors.toSet());

    @Test
    void eachKindOfProblemThatOperationsAnswerHasAnExampleOfItsNameTitleAndStatus() throws IOException {
        JsonNode examples = examples();
        assertEquals(
                List.of(),
                Stream.of(ProblemType.values())
                        .filter(type -> DESCRIBED.contains(String.valueOf(type.status())))
                        .filter(type -> !isOf(type, examples.path(type.slug())))
                        .toList());
    }

    private static boolean isOf(ProblemType type, JsonNode example) {
        return example.path("type").asText().equals(type.uri().toString())
                && example.path("title").asText().equals(type.title())
                && example.path("status").asInt() == type.status();
    }

    private static JsonNode examples() throws IOException {
        try (InputStream file = ProblemExamplesTest.class.getResourceAsStream("/META-INF/examples/problems.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
