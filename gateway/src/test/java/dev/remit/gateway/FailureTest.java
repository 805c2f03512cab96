package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FailureTest extends GatewayTest {

    private static final String PATH = "/api/billing/v1/extras";

    @Test
    void aServiceThatIsDownIsUnavailableUntilItIsUpAgain() throws Exception {
        billing.stop();
        await().atMost(10, SECONDS).until(() -> get(PATH).statusCode() == 503);

        var answer = get(PATH);

        var problem = assertProblem(answer, 503, "service-unavailable");
        assertTrue(Integer.parseInt(answer.headers().firstValue("Retry-After").orElse("0")) > 0);
        assertFalse(problem.getString("detail").contains("127.0.0.1"));
        assertEquals(200, get("/api/tickets/v1/tickets").statusCode());

        billing.start();
        assertEquals(200, get(PATH).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aServiceThatBreaksOffIsABadGatewayAndIsNotAskedTwice(String method) throws Exception {
        var asked = new AtomicInteger();
        billing.does(request -> {
            asked.incrementAndGet();
            request.connection().close();
        });

        var answer = send(desk(PATH).method(method, BodyPublishers.ofString("{}")));

        assertProblem(answer, 502, "bad-gateway");
        assertEquals(1, asked.get());
    }

    @Test
    void aServiceThatSpeaksNonsenseIsABadGateway() throws Exception {
        billing.stop();
        await().atMost(10, SECONDS).until(() -> get(PATH).statusCode() == 503);
        try (var nonsense = billing.thatSays("nonsense\r\n\r\n")) {
            assertProblem(get(PATH), 502, "bad-gateway");
        }
    }

    @Test
    void aSilentServiceIsAGatewayTimeoutAndItsWorkEnds() throws Exception {
        var asked = new AtomicInteger();
        var left = new AtomicBoolean();
        billing.does(request -> {
            asked.incrementAndGet();
            request.response().closeHandler(closed -> left.set(true));
        });

        assertProblem(get(PATH), 504, "gateway-timeout");

        await().atMost(10, SECONDS).untilTrue(left);
        assertEquals(1, asked.get());
    }

    @Test
    void aServiceThatStopsReadingIsAGatewayTimeout() throws Exception {
        billing.does(request -> request.pause());

        assertProblem(send(desk(PATH).POST(BodyPublishers.ofByteArray(new byte[1 << 20]))), 504, "gateway-timeout");
    }

    @Test
    void aProblemOfAServicePassesAsItIs() throws Exception {
        String problem = "{\"type\":\"https://remit.dev/problems/validation\",\"errors\":[{\"field\":\"name\"}]}";
        billing.does(request -> request.response()
                .setStatusCode(422)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem));

        var answer = get(PATH);

        assertEquals(422, answer.statusCode());
        assertEquals(problem, answer.body());
    }

    @Test
    void afterEveryFailureTheNextRequestPasses() throws Exception {
        billing.does(request -> request.connection().close());
        for (int i = 0; i < 20; i++) {
            assertEquals(502, get(PATH).statusCode());
        }
        billing.does(billing::echo);
        assertEquals(200, get(PATH).statusCode());
    }
}
