package dev.remit.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody has more than their share of a service, and nobody else notices. */
@QuarkusTest
class ConcurrencyTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final String WEBHOOK = "/api/tickets/v1/connections/7/webhook";

    private final Queue<HttpServerRequest> waiting = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<HttpResponse<String>>> sent = new ArrayList<>();

    @BeforeEach
    void theServiceIsSlow() {
        tickets.does(waiting::add);
    }

    @Test
    void aCallerHasAShare() throws Exception {
        int most = setting("requests-per-caller");
        for (int i = 0; i < most; i++) {
            sendAsync(as("busy", Tokens.TENANT));
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);

        var refused = send(as("busy", Tokens.TENANT));
        assertProblem(refused, 429, "too-many-requests");
        assertTrue(Integer.parseInt(refused.headers().firstValue("Retry-After").orElse("0")) > 0);
        assertEquals(most, waiting.size());

        sendAsync(as("other", Tokens.TENANT));
        await().atMost(10, SECONDS).until(() -> waiting.size() == most + 1);
        assertEquals(200, get("/api/billing/v1/extras").statusCode());

        allAreAnswered();
        tickets.does(tickets::echo);
        await().atMost(10, SECONDS).until(() -> send(as("busy", Tokens.TENANT)).statusCode() == 200);
    }

    @Test
    void aTenantHasAShare() throws Exception {
        int most = setting("requests-per-tenant");
        for (int i = 0; i < most; i++) {
            sendAsync(as("caller-" + i, Tokens.TENANT));
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);

        assertProblem(send(as("one-more", Tokens.TENANT)), 429, "too-many-requests");

        sendAsync(as("caller-0", "0198c0de-0000-7000-8000-000000000002"));
        await().atMost(10, SECONDS).until(() -> waiting.size() == most + 1);
        allAreAnswered();
    }

    @Test
    void streamsHaveSharesOfTheirOwn() throws Exception {
        int most = setting("streams-per-caller");
        for (int i = 0; i < most; i++) {
            sendAsync(stream("busy"));
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);
        assertProblem(send(stream("busy")), 429, "too-many-requests");

        sendAsync(as("busy", Tokens.TENANT));
        await().atMost(10, SECONDS).until(() -> waiting.size() == most + 1);

        int ofTheTenant = setting("streams-per-tenant");
        for (int i = most; i < ofTheTenant; i++) {
            sendAsync(stream("caller-" + i));
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == ofTheTenant + 1);
        assertProblem(send(stream("one-more")), 429, "too-many-requests");
        allAreAnswered();
    }

    private HttpRequest.Builder stream(String subject) {
        String token = Tokens.sign(Tokens.claims().subject(subject).claim("tenant", Tokens.TENANT));
        return bare("/api/tickets/v1/ticket-changes").header("Authorization", "Bearer " + token);
    }

    @Test
    void callbacksOfOneAddressHaveAShare() throws Exception {
        int most = setting("webhooks-per-source");
        for (int i = 0; i < most; i++) {
            sendAsync(bare(WEBHOOK).POST(BodyPublishers.ofString("{}")));
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);

        assertProblem(send(bare(WEBHOOK).POST(BodyPublishers.ofString("{}"))), 429, "too-many-requests");

        sendAsync(as("desk", Tokens.TENANT));
        await().atMost(10, SECONDS).until(() -> waiting.size() == most + 1);
        allAreAnswered();
    }

    @Test
    void whoLeavesGivesTheirPlaceBack() throws Exception {
        int most = setting("requests-per-caller");
        List<BareSocket> clients = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            var wire = new BareSocket(gateway);
            clients.add(wire);
            wire.send(head("GET", PATH) + "\r\n");
        }
        await().atMost(10, SECONDS).until(() -> waiting.size() == most);
        assertProblem(get(PATH), 429, "too-many-requests");

        for (BareSocket client : clients) {
            client.close();
        }

        tickets.does(tickets::echo);
        await().atMost(10, SECONDS).until(() -> get(PATH).statusCode() == 200);
    }

    private HttpRequest.Builder as(String subject, String tenant) {
        String token = Tokens.sign(Tokens.claims().subject(subject).claim("tenant", tenant));
        return bare(PATH).header("Authorization", "Bearer " + token);
    }

    private void sendAsync(HttpRequest.Builder request) {
        sent.add(HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private void allAreAnswered() {
        waiting.forEach(request -> request.response().end("{}"));
        sent.forEach(answer -> assertEquals(200, answer.join().statusCode()));
    }

    private static int setting(String name) {
        return ConfigProvider.getConfig().getValue("remit.gateway." + name, int.class);
    }
}
