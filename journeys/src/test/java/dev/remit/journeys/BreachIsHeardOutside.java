package dev.remit.journeys;

import static dev.remit.journeys.Checks.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Eventually;
import dev.remit.journeys.proof.Psa;
import dev.remit.journeys.proof.PythonVerifier;
import dev.remit.journeys.proof.WebhookReceiver;
import dev.remit.journeys.proof.WebhookReceiver.Try;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An integrator of the MSP hears of a ticket and its ruling on Friday, 12 June 2026. Over the weekend its receiver is away; on
 * Monday at 9:00 the response is missed, and on Tuesday the receiver is back and hears everything, in order.
 */
class BreachIsHeardOutside {
    private static final String TICKET = "70400";
    private static final Instant FRIDAY_1600 = Instant.parse("2026-06-12T20:00:00Z");
    private static final String SUBSCRIPTIONS = "/api/notifications/v1/subscriptions";

    private static RemitApi api;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
    }

    @Test
    void aReceiverThatWasAwayForADayHearsAllInOrder() throws Exception {
        moveTo("2026-06-12T20:00:00Z");
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonNode issued = api.as("owner").post(SUBSCRIPTIONS, Map.of("url", receiver.address()));
            receiver.knows(issued.path("secret").asText());
            String id = api.as("psa-sync")
                    .put(Psa.TICKETS + TICKET, ticket())
                    .path("id")
                    .asText();
            Eventually.see("the ruling outside", receiver::types, types -> types.contains("ruling.made"));
            JsonNode first = receiver.takenOf(id).getFirst();
            says("ticket.received", first, "/type");
            says("cw", first, "/data/ticket/connection");
            says(TICKET, first, "/data/ticket/externalId");

            receiver.goesAway();
            moveTo("2026-06-15T13:00:01Z");
            Try missed = Eventually.see("a try in vain", receiver::refused, tries -> !tries.isEmpty())
                    .getFirst();
            assertEquals(1, receiver.takenOf(id).size(), "nothing was taken while it was away");

            receiver.comesBack();
            moveTo("2026-06-16T14:00:00Z");
            List<JsonNode> told =
                    Eventually.see("the breach outside", () -> receiver.takenOf(id), taken -> taken.stream()
                            .anyMatch(body -> isBreach(body)));
            for (int i = 0; i < told.size(); i++) {
                assertEquals(i + 1, told.get(i).at("/data/sequence").asInt(), "in order: " + told);
            }
            JsonNode breach = told.stream()
                    .filter(BreachIsHeardOutside::isBreach)
                    .findFirst()
                    .orElseThrow();
            says("RESPONSE", breach, "/data/clock/clock");
            says("2026-06-15T13:00:00Z", breach, "/data/clock/due");
            says("whitfield-crane", breach, "/data/client/code");
            assertTrue(
                    receiver.taken().stream().anyMatch(taken -> taken.id().equals(missed.id())),
                    "what was refused came again under its id");
            String secret = issued.path("secret").asText();
            assertEquals(
                    Set.of("verified"),
                    Set.copyOf(PythonVerifier.verdicts(secret, receiver.taken())),
                    "as the Python library sees it");
            Try forged = receiver.taken().getFirst().forged("{}");
            assertEquals(
                    List.of("refused: No matching signature found"), PythonVerifier.verdicts(secret, List.of(forged)));
            JsonNode log = api.as("desk")
                    .get(SUBSCRIPTIONS + "/" + issued.at("/subscription/id").asText() + "/deliveries?state=DELIVERED");
            assertEquals(receiver.types().size(), log.path("items").size());
        }
    }

    private static boolean isBreach(JsonNode body) {
        return body.path("type").asText().equals("clock.breached");
    }

    private static Map<String, Object> ticket() {
        Map<String, Object> ticket = new LinkedHashMap<>(Psa.officeMove("250", FRIDAY_1600));
        ticket.put("title", "Nobody can print");
        ticket.put("category", Map.of("type", "Support"));
        ticket.put("catalogueItem", "printer-fault");
        ticket.put("priority", "Priority 2 - Quick Response");
        return ticket;
    }

    private static void moveTo(String now) {
        new SandboxClock(api).moveTo(Instant.parse(now));
    }
}
