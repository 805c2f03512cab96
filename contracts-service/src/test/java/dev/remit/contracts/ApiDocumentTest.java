package dev.remit.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remit.kit.testing.api.Descriptions;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest extends ContractsTest {
    @Test
    void publishedDocumentIsTheOneThatTheServiceGives() throws IOException {
        assertEquals(
                Files.readString(Path.of("../api/contracts.yaml")),
                built(),
                "api/contracts.yaml is old: run make openapi");
    }

    @Test
    void everyOperationAndParameterIsDescribed() {
        assertEquals(List.of(), Descriptions.missing());
    }

    @Test
    void everyAnswerHasAnExampleThatIsAsDescribed() {
        assertEquals(List.of(), Descriptions.faultsOfExamples());
    }

    @Test
    void whatIsInternalStaysOutOfIt() throws IOException {
        assertFalse(built().contains("/internal/"));
    }

    private static String built() throws IOException {
        return Files.readString(Path.of("target/openapi/openapi.yaml"));
    }
}
