package dev.remit.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.journeys.SpanCollector.Span;
import dev.remit.stack.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody runs a collector and looks at what one request did, from the gateway to the service and between services. */
class RequestsAreTraced {

    private static SpanCollector spans;
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
        spans = JourneyStack.spans();
    }

    @Test
    void aRequestIsOneTraceThroughGatewayAndService() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.gatewayUrl() + "/api/tickets/v1/tickets"))
                .header("Authorization", "Bearer " + stack.token("desk"))
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .build();
        assertEquals(
                200,
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());

        await().atMost(20, SECONDS)
                .until(() -> has(trace, "remit-gateway", "SERVER") && has(trace, "tickets-service", "SERVER"));

        Span arrived = only(trace, "remit-gateway", "SERVER");
        Span served = only(trace, "tickets-service", "SERVER");
        assertEquals("GET tickets", arrived.name());
        assertEquals("00f067aa0ba902b7", arrived.parent());
        assertEquals(arrived.id(), served.parent());
    }

    @Test
    void whoFollowsAFeedIsOneTraceWithWhoTellsIt() {
        await().atMost(20, SECONDS).until(() -> spans.all().stream()
                .filter(told -> told.service().equals("contracts-service")
                        && told.kind().equals("SERVER"))
                .anyMatch(told -> spans.ofTrace(told.trace()).stream()
                        .anyMatch(asked -> asked.service().equals("tickets-service")
                                && asked.kind().equals("CLIENT")
                                && asked.id().equals(told.parent())
                                && spans.ofTrace(told.trace()).stream()
                                        .anyMatch(step -> step.id().equals(asked.parent())
                                                && step.name().startsWith("feed-")))));
    }

    private static boolean has(String trace, String service, String kind) {
        return spans.ofTrace(trace).stream()
                .anyMatch(span -> span.service().equals(service) && span.kind().equals(kind));
    }

    private static Span only(String trace, String service, String kind) {
        List<Span> found = spans.ofTrace(trace).stream()
                .filter(span -> span.service().equals(service) && span.kind().equals(kind))
                .toList();
        assertEquals(1, found.size(), () -> spans.ofTrace(trace).toString());
        return found.getFirst();
    }
}
