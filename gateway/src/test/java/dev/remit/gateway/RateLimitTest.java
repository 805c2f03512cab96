package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** So many requests a minute, of each kind, and no more; and everybody is told what is left. */
@QuarkusTest
@TestProfile(RateLimitTest.Few.class)
class RateLimitTest extends GatewayTest {

    private static final String TICKETS = "/api/tickets/v1/tickets";

    /** Two replicas, each with half of what is granted. */
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("remit.gateway.replicas", "2"),
                    Map.entry("remit.gateway.reads-a-minute-per-caller", "9"),
                    Map.entry("remit.gateway.reads-a-minute-per-tenant", "14"),
                    Map.entry("remit.gateway.writes-a-minute-per-caller", "2"),
                    Map.entry("remit.gateway.simulations-a-minute-per-caller", "20"),
                    Map.entry("remit.gateway.exports-a-minute-per-caller", "2"));
        }
    }

    private final String tenant = UUID.randomUUID().toString();

    private HttpRequest.Builder as(String subject, String path) {
        String token = Tokens.sign(Tokens.claims().subject(subject).claim("tenant", tenant));
        return bare(path).header("Authorization", "Bearer " + token);
    }

    private static String field(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void aCallerHasSoManyReadsAMinute() throws Exception {
        for (int left = 4; left >= 0; left--) {
            var answer = send(as("ann", TICKETS));
            assertEquals(200, answer.statusCode());
            assertEquals("\"caller-reads\";q=5;w=60, \"tenant-reads\";q=7;w=60", field(answer, "RateLimit-Policy"));
            assertTrue(
                    field(answer, "RateLimit")
                            .matches("\"caller-reads\";r=" + left + ";t=[0-9]+, \"tenant-reads\";r=" + (left + 2)
                                    + ";t=[0-9]+"),
                    field(answer, "RateLimit"));
        }
        var refused = send(as("ann", TICKETS));
        assertProblem(refused, 429, "too-many-requests");
        int wait = Integer.parseInt(field(refused, "Retry-After"));
        assertTrue(wait >= 1 && wait <= 12, wait + " s");
        assertTrue(field(refused, "RateLimit").startsWith("\"caller-reads\";r=0;"), field(refused, "RateLimit"));
        assertEquals(5, tickets.seen().size());
    }

    @Test
    void whoeverIsRefusedTakesNothingFromTheTenant() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(as("ann", TICKETS));
        }
        assertEquals(200, send(as("bob", TICKETS)).statusCode());
        assertEquals(200, send(as("bob", TICKETS)).statusCode());
        assertProblem(send(as("bob", TICKETS)), 429, "too-many-requests");
    }

    @Test
    void eachKindHasABudgetOfItsOwn() throws Exception {
        assertEquals(
                200,
                send(as("ann", TICKETS).POST(BodyPublishers.ofString("{}"))).statusCode());
        assertProblem(send(as("ann", TICKETS).POST(BodyPublishers.ofString("{}"))), 429, "too-many-requests");
        var simulation = send(as("ann", "/api/tickets/v1/sla/simulations").POST(BodyPublishers.ofString("{}")));
        assertEquals(200, simulation.statusCode());
        assertTrue(field(simulation, "RateLimit").startsWith("\"caller-simulations\";r=9;"));
        var file = send(as("ann", "/api/billing/v1/export-batches/1/lines.csv"));
        assertEquals(200, file.statusCode());
        assertTrue(field(file, "RateLimit").startsWith("\"caller-exports\";r=0;"));
        assertEquals(200, send(as("ann", TICKETS)).statusCode());
    }

    @Test
    void aSimulationCountsByItsCases() throws Exception {
        assertTrue(field(simulate("ann", 4), "RateLimit").startsWith("\"caller-simulations\";r=6;"));
        var refused = simulate("ann", 8);
        assertProblem(refused, 429, "too-many-requests");
        assertTrue(Integer.parseInt(field(refused, "Retry-After")) >= 6, field(refused, "Retry-After"));
        assertEquals(1, tickets.seen().size());
        assertEquals(200, simulate("ann", 5).statusCode());
    }

    @Test
    void triedExamplesCountLikeCases() throws Exception {
        assertTrue(field(simulate("ann", "{\"examples\":[{},{},{}]}"), "RateLimit")
                .startsWith("\"caller-simulations\";r=7;"));
    }

    @Test
    void oneThatAsksForMoreThanAMinuteHasRoomForTakesAllOfIt() throws Exception {
        var all = simulate("ann", 500);
        assertEquals(200, all.statusCode());
        assertTrue(field(all, "RateLimit").startsWith("\"caller-simulations\";r=0;"), field(all, "RateLimit"));
        assertProblem(simulate("ann", 1), 429, "too-many-requests");
    }

    @Test
    void whatIsNoSimulationsBodyCountsOnce() throws Exception {
        for (String body : List.of("", "{", "[]", "{\"cases\":7}", "{\"other\":[1,2,3]}", "nothing")) {
            assertEquals(200, simulate("bob", body).statusCode(), body);
        }
        assertTrue(field(simulate("bob", "{\"cases\":[]}"), "RateLimit").startsWith("\"caller-simulations\";r=3;"));
    }

    private HttpResponse<String> simulate(String subject, int cases) throws Exception {
        return simulate(
                subject,
                "{\"zone\":{\"cases\":[1,2]},\"cases\":["
                        + String.join(",", Collections.nCopies(cases, "{\"cases\":[1]}")) + "]}");
    }

    private HttpResponse<String> simulate(String subject, String body) throws Exception {
        return send(as(subject, "/api/tickets/v1/sla/simulations").POST(BodyPublishers.ofString(body)));
    }

    @Test
    void anotherTenantNoticesNothing() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(as("ann", TICKETS));
        }
        assertEquals(200, send(desk(TICKETS)).statusCode());
    }

    @Test
    void callbacksAndPagesHaveNone() throws Exception {
        for (int i = 0; i < 20; i++) {
            var callback = send(bare("/api/tickets/v1/connections/1/webhook").POST(BodyPublishers.ofString("{}")));
            assertEquals(200, callback.statusCode());
            assertEquals("", field(callback, "RateLimit"));
            assertEquals(200, send(bare("/openapi")).statusCode());
        }
    }
}
