package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Psa;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk looks at its list through the gateway, which lets each word of a change through as it comes. */
class LiveList {
    private static final Instant THURSDAY = Instant.parse("2026-06-11T18:00:00Z");

    private static RemitApi api;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
        new SandboxClock(api).moveTo(THURSDAY);
    }

    @Test
    void aTicketIsToldWhileTheStreamIsOpen() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    JourneyStack.shared().service("gateway").url() + "/api/tickets/v1/ticket-changes"))
                            .header("Authorization", "Bearer " + api.token("desk"))
                            .header("Accept", "text/event-stream")
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = stream.body()) {
                assertEquals(200, stream.statusCode());
                List<String> lines = new CopyOnWriteArrayList<>();
                Thread reader = Thread.ofVirtual().start(() -> read(body, lines));
                String id = api.as("psa-sync")
                        .put(Psa.TICKETS + "70500", Psa.officeMove("250", THURSDAY))
                        .path("id")
                        .asText();
                Eventually.see("the ruling on the stream", () -> List.copyOf(lines), seen -> seen.stream()
                        .anyMatch(line -> line.contains(id) && line.contains("WorkItemRuled")));
                assertTrue(reader.isAlive(), "the stream is open still");
            }
        }
    }

    private static void read(InputStream body, List<String> lines) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            text.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            lines.add("closed");
        }
    }
}
