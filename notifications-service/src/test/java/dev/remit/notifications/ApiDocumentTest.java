package dev.remit.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.remit.kit.testing.api.Descriptions;
import dev.remit.notifications.notifications.NotificationType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest extends NotificationsTest {
    @Test
    void thePublishedDocumentIsTheOneThatTheServiceGives() throws IOException {
        String built = Files.readString(Path.of("target/openapi/openapi.yaml"));
        assertEquals(
                built,
                Files.readString(Path.of("../api/notifications.yaml")),
                "api/notifications.yaml is old: run make openapi");
    }

    @Test
    void everyOperationAndParameterIsDescribed() {
        assertEquals(List.of(), Descriptions.missing());
    }

    @Test
    void everyAnswerHasAnExampleThatIsAsDescribed() {
        assertEquals(List.of(), Descriptions.faultsOfExamples());
    }

    /** By {@code META-INF/webhooks/<TYPE>.json}. */
    @Test
    void everyTypeOfWebhookIsDescribed() {
        assertEquals(
                Stream.of(NotificationType.values())
                        .map(NotificationType::wireName)
                        .toList(),
                List.copyOf(RestAssured.get("/q/openapi?format=json")
                        .jsonPath()
                        .getMap("webhooks")
                        .keySet()));
    }

    @Test
    void whatIsInternalStaysOutOfIt() throws IOException {
        assertFalse(Files.readString(Path.of("target/openapi/openapi.yaml")).contains("/internal/"));
    }
}
