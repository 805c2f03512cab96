package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has a mail can say without a log-in that they want no more of its kind. */
@QuarkusTest
class MailChoiceTest extends GatewayTest {
    private static final String CHOICE =
            "/mail-choices/0198c0de-0000-7000-8000-000000000001/0198c0de-0000-7000-8000-000000000002/c2VjcmV0";

    @Test
    void itIsAskedOfTheServiceByTheSamePath() throws Exception {
        var answer = send(bare(CHOICE));
        assertEquals(200, answer.statusCode());
        assertEquals(CHOICE, notifications.only().uri());
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElse("")
                .contains("form-action 'self'"));
    }

    @Test
    void aMailProgramsClickPasses() throws Exception {
        var click = bare(CHOICE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"));
        assertEquals(200, send(click).statusCode());
        assertEquals("POST", notifications.only().method());
    }

    @Test
    void aLongBodyIsNone() throws Exception {
        assertProblem(send(bare(CHOICE).POST(BodyPublishers.ofString("a".repeat(5_000)))), 413, "payload-too-large");
        assertTrue(notifications.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mail-choices", "/mail-choices/1/2", "/mail-choices/1/2/3/4", "/Mail-Choices/1/2/3"})
    void whatOnlyResemblesItLeadsNowhere(String path) throws Exception {
        assertProblem(send(bare(path)), 404, "not-found");
        assertTrue(notifications.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void nothingElseIsDoneThere(String method) throws Exception {
        assertProblem(send(bare(CHOICE).method(method, BodyPublishers.ofString("{}"))), 405, "method-not-allowed");
        assertTrue(notifications.seen().isEmpty());
    }
}
