package dev.remit.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.api.Descriptions;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest extends TicketsTest {
    private static final Path BUILT = Path.of("target/openapi/openapi.yaml");
    private static final Path PUBLISHED = Path.of("../api/tickets.yaml");

    @Test
    void thePublishedDocumentIsUpToDate() throws IOException {
        assertEquals(Files.readString(BUILT), Files.readString(PUBLISHED), "api/tickets.yaml is old: run make openapi");
    }

    @Test
    void whatServicesSayToEachOtherIsNotInIt() throws IOException {
        assertFalse(Files.readString(BUILT).contains("/internal/"));
    }

    @Test
    void everyOperationAndParameterIsDescribed() {
        assertEquals(List.of(), Descriptions.missing());
    }

    @Test
    void everyAnswerHasAnExampleThatIsAsDescribed() {
        assertEquals(List.of(), Descriptions.faultsOfExamples());
    }

    /** What generators of clients need in order to read an answer of a later version. */
    @Test
    void enumerationsAreOpenInAnswersAloneAndADueMomentIsThereAndMayBeNull() {
        JsonPath document = RestAssured.get("/q/openapi?format=json").jsonPath();
        String open = "More values may come in answers: a client must be able to read one that it does not know.";
        assertEquals(open, document.getString("components.schemas.ClockState.description"));
        assertTrue(document.getList("components.schemas.ClockState.x-extensible-enum")
                .contains("BREACHED"));
        assertNull(document.get("components.schemas.ClockState.enum"));
        assertEquals(open, document.getString("components.schemas.Verdict.description"), "also asked for in lists");
        assertEquals(
                List.of("OLDEST", "NEWEST"),
                document.getList("components.schemas.ReviewOrder.enum"),
                "asked for alone");
        String answer = "components.schemas.SlaSimulationResult";
        assertEquals(List.of("due", "elapsed"), document.getList(answer + ".required"));
        assertEquals(List.of("string", "null"), document.getList(answer + ".properties.due.type"));
    }
}
