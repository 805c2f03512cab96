package dev.remit.journeys;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.ClientCredentials;
import dev.remit.stack.FirstLogIn;
import dev.remit.stack.Stack;
import dev.remit.stack.TestKeycloak;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator makes an MSP, its owner logs in for the first time and begins to work, and it is suspended and served
 * again, then taken along and erased; its owner lets machines and people in, and takes them away. */
class NewMsp {
    private static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");
    /** One of each service, in their order, that the desk may read. */
    private static final List<String> LISTS = List.of(
            "/api/contracts/v1/clients",
            "/api/tickets/v1/tickets",
            "/api/billing/v1/extras",
            "/api/notifications/v1/subscriptions");

    private static final String MACHINES = "/api/contracts/v1/machine-clients";
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = JourneyStack.shared();
    }

    @Test
    void anMspComesAndGetsToWorkAndLeaves() {
        String login = "ann-" + UUID.randomUUID();
        JsonNode made = stack.api().as("operator").post("/api/contracts/v1/tenants", tenant(login, "SANDBOX"));
        RemitApi.As owner = by(firstToken(login, made));

        SERVICES.forEach(service -> await().atMost(Duration.ofSeconds(10))
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        "2026-06-11T18:00:00Z",
                        owner.post("/api/" + service + "/v1/sandbox/clock", Map.of("now", "2026-06-11T18:00:00Z"))
                                .path("now")
                                .asText())));
        owner.post(
                "/api/contracts/v1/clients",
                Map.of("code", "first-client", "name", "First", "timeZone", "Europe/London", "currency", "GBP"));
        owner.post("/api/tickets/v1/connections", Map.of("name", "own", "platform", "CANONICAL"));
        assertEquals(
                "own",
                owner.get("/api/tickets/v1/connections").at("/items/0/name").asText());
        assertEquals(
                "first-client",
                owner.get("/api/contracts/v1/clients").at("/items/0/code").asText());
        assertEquals(
                "operator",
                owner.get("/api/contracts/v1/audit?objectType=tenant")
                        .at("/items/0/record/actor/login")
                        .asText());
        refused(403, () -> owner.get("/api/contracts/v1/tenants"));

        RemitApi.As operator = stack.api().as("operator");
        String tenant = "/api/contracts/v1/tenants/" + made.at("/tenant/id").asText();
        operator.post(tenant + "/suspend", Map.of("reason", "Unpaid"));
        await().atMost(FIVE_SECONDS).until(() -> LISTS.stream().allMatch(list -> isSuspended(owner, list)));
        operator.post(tenant + "/reactivate", Map.of("reason", "Paid"));
        await().atMost(FIVE_SECONDS).until(() -> LISTS.stream().noneMatch(list -> isSuspended(owner, list)));

        operator.post(tenant + "/suspend", Map.of("reason", "Left"));
        String id = made.at("/tenant/id").asText();
        SERVICES.forEach(service -> {
            String path = "/api/" + service + "/v1/tenants/" + id;
            String last = await().atMost(FIVE_SECONDS)
                    .ignoreExceptions()
                    .until(() -> operator.text(path + "/export"), text -> !text.isEmpty())
                    .lines()
                    .toList()
                    .getLast();
            assertTrue(last.startsWith("{\"records\":") && last.contains("\"sha256\""), last);
        });
        operator.post(tenant + "/erasure", Map.of("reason", "Left"));
        SERVICES.forEach(service -> {
            String path = "/api/" + service + "/v1/tenants/" + id + "/erasure";
            JsonNode report = await().atMost(Duration.ofSeconds(40))
                    .ignoreExceptions()
                    .until(
                            () -> operator.get(path),
                            read -> read.path("state").asText().equals("DONE"));
            assertTrue(report.at("/audit/intact").booleanValue(), report.toString());
            assertTrue(report.at("/evidence/intact").booleanValue(), report.toString());
        });
        assertEquals("ERASED", operator.get(tenant).path("state").asText());
        assertEquals(0, stack.keycloakAdmin().get("/remit/users?q=tenant:" + id).size());
        // The gateway hears from Keycloak that there is no such account any more.
        await().atMost(FIVE_SECONDS).untilAsserted(() -> assertTrue(isRefused(owner, LISTS.getFirst())));
    }

    private static boolean isSuspended(RemitApi.As owner, String list) {
        try {
            owner.get(list);
            return false;
        } catch (RemitApi.UnexpectedAnswer refused) {
            assertTrue(refused.isProblem("tenant-suspended"), refused.getMessage());
            return true;
        }
    }

    @Test
    void whoIsTakenAwayIsRefusedByEveryService() {
        String login = "ann-" + UUID.randomUUID();
        JsonNode made = stack.api().as("operator").post("/api/contracts/v1/tenants", tenant(login, "REAL"));
        RemitApi.As owner = by(firstToken(login, made));
        owner.post("/api/tickets/v1/connections", Map.of("name", "own", "platform", "CANONICAL"));
        owner.post("/api/tickets/v1/connections", Map.of("name", "other", "platform", "CANONICAL"));

        JsonNode machine = owner.post(MACHINES, Map.of("name", "Own sync", "role", "PSA_SYNC", "connection", "own"));
        RemitApi.As sync = by(machineToken(machine));
        String ticket = sync.put("/api/tickets/v1/tickets/by-ref/own/1", ticket())
                .path("id")
                .asText();
        assertEquals(
                ticket, sync.get("/api/tickets/v1/tickets").at("/items/0/id").asText());
        refused(403, () -> sync.put("/api/tickets/v1/tickets/by-ref/other/1", ticket()));

        String one = MACHINES + "/" + machine.at("/machineClient/id").asText();
        JsonNode rotated = owner.post(one + "/rotate", Map.of("overlapMinutes", 60));
        RemitApi.As second = by(machineToken(rotated));
        second.get("/api/tickets/v1/tickets");
        sync.get("/api/tickets/v1/tickets");
        owner.post(
                one + "/credentials/"
                        + machine.at("/machineClient/credentials/0/id").asText() + "/end",
                Map.of());
        await().atMost(FIVE_SECONDS).until(() -> isRefused(sync, "/api/tickets/v1/tickets"));
        second.get("/api/tickets/v1/tickets");
        owner.post(one + "/revoke", Map.of());
        await().atMost(FIVE_SECONDS).until(() -> isRefused(second, "/api/tickets/v1/tickets"));

        String dana = "dana-" + UUID.randomUUID();
        JsonNode invited = owner.post("/api/contracts/v1/people", person(dana));
        String token = firstToken(dana, invited);
        List<RemitApi.As> everywhere = SERVICES.stream()
                .map(service -> new RemitApi(URI.create(stack.service(service).url()), name -> token).as(dana))
                .toList();
        for (int i = 0; i < SERVICES.size(); i++) {
            everywhere.get(i).get(LISTS.get(i));
        }
        owner.post(
                "/api/contracts/v1/people/" + invited.at("/person/id").asText() + "/deactivate",
                Map.of("reason", "Left"));
        await().atMost(FIVE_SECONDS).until(() -> isRefused(by(token), LISTS.getFirst()));
        for (int i = 0; i < SERVICES.size(); i++) {
            RemitApi.As service = everywhere.get(i);
            String list = LISTS.get(i);
            await().atMost(FIVE_SECONDS).until(() -> isRefused(service, list));
        }
    }

    private static RemitApi.As by(String token) {
        return new RemitApi(URI.create(stack.gatewayUrl()), name -> token).as("somebody");
    }

    private static boolean isRefused(RemitApi.As caller, String list) {
        try {
            caller.get(list);
            return false;
        } catch (RemitApi.UnexpectedAnswer refused) {
            assertTrue(refused.isProblem("unauthorized"), refused.getMessage());
            return true;
        }
    }

    private static String firstToken(String login, JsonNode made) {
        return new FirstLogIn(stack.issuer(), "remit-docs", TestKeycloak.GATEWAY + "/docs/oauth2-redirect.html")
                .token(login, made.at("/firstLogIn/temporaryPassword").asText(), "amber-lantern-51");
    }

    private static String machineToken(JsonNode made) {
        JsonNode secret = made.path("secret");
        return ClientCredentials.token(
                secret.path("tokenUrl").asText(),
                secret.path("clientId").asText(),
                secret.path("clientSecret").asText());
    }

    private static Map<String, Object> ticket() {
        return Map.of(
                "sourceUpdatedAt",
                "2026-06-11T18:00:00Z",
                "createdAt",
                "2026-06-11T18:00:00Z",
                "title",
                "Office move",
                "client",
                Map.of("code", "first-client"),
                "priority",
                "P3",
                "ticketClass",
                "REQUEST",
                "status",
                "OPEN");
    }

    private static Map<String, Object> person(String login) {
        return Map.of(
                "login",
                login,
                "firstName",
                "Dana",
                "lastName",
                "Ruiz",
                "email",
                login + "@acme.example",
                "roles",
                List.of("SERVICE_DESK"));
    }

    @Test
    void anOperatorSeesNothingOfAnMsp() {
        RemitApi.As operator = stack.api().as("operator");
        for (String list : List.of(
                "/api/contracts/v1/clients",
                "/api/contracts/v1/audit",
                "/api/tickets/v1/tickets",
                "/api/tickets/v1/feed",
                "/api/billing/v1/extras",
                "/api/notifications/v1/subscriptions")) {
            refused(403, () -> operator.get(list));
        }
    }

    private static void refused(int status, Runnable call) {
        assertEquals(
                status, assertThrows(RemitApi.UnexpectedAnswer.class, call::run).status());
    }

    private static Map<String, Object> tenant(String login, String kind) {
        return Map.of(
                "name",
                "Acme IT",
                "kind",
                kind,
                "owner",
                Map.of("login", login, "firstName", "Ann", "lastName", "Archer", "email", login + "@acme.example"));
    }
}
