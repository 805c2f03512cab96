package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Door;
import dev.remit.journeys.proof.Forgery;
import dev.remit.journeys.proof.RoleTables;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two MSPs name client, connection and ticket alike, and neither sees that the other exists; nor does one client's approver
 * see another client. Every cell of docs/roles.md is tried with real tokens, at the gateway and at each service behind it.
 */
class Isolation {
    private static final Set<Integer> KEPT_OUT = Set.of(401, 403);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Map<String, String> WHO_HAS_THE_ROLE = Map.of(
            "owner", "owner",
            "service-desk", "desk",
            "technician", "tech",
            "finance", "finance",
            "client-approver", "partner",
            "psa-sync", "psa-sync",
            "finance-pull", "finance-pull",
            "integrator", "integrator",
            "auditor", "auditor");

    private static final List<String> LISTS = List.of(
            "/api/contracts/v1/clients",
            "/api/contracts/v1/catalogue/items",
            "/api/contracts/v1/agreements",
            "/api/contracts/v1/audit",
            "/api/tickets/v1/connections",
            "/api/tickets/v1/tickets",
            "/api/tickets/v1/feed",
            "/api/tickets/v1/audit",
            "/api/billing/v1/quotes",
            "/api/billing/v1/extras",
            "/api/billing/v1/extras/feed",
            "/api/billing/v1/export-batches",
            "/api/billing/v1/audit");

    private static Stack stack;
    private static RemitApi api;

    @BeforeAll
    static void theOfficeMoveIsTold() {
        stack = JourneyStack.start(Isolation.class);
        api = stack.api();
        new OfficeMove(api, OfficeMove.TICKET, OfficeMove.THURSDAY).tell(line -> {});
        api.as("finance").post("/api/billing/v1/export-batches", Map.of());
        api.as("other-psa-sync")
                .put(
                        "/api/tickets/v1/tickets/by-ref/cw/" + OfficeMove.TICKET,
                        Map.of(
                                "sourceUpdatedAt", "2026-06-11T18:00:00Z",
                                "createdAt", "2026-06-11T18:00:00Z",
                                "title", "Printer on fire",
                                "client", Map.of("externalId", "250"),
                                "priority", "Priority 3 - Normal Response",
                                "ticketClass", "ServiceTicket",
                                "status", "New"));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void theGatewayLetsInWhomTheTableNames() {
        assertEquals(List.of(), wrongCells(new Door(stack.gatewayUrl()), "/api/"));
    }

    @Test
    void soDoesEachServiceWhenTheGatewayIsPassedBy() {
        for (String service : List.of("contracts", "tickets", "billing")) {
            assertEquals(
                    List.of(),
                    wrongCells(new Door(stack.service(service).url()), "/api/" + service + "/"),
                    service + "-service");
        }
    }

    private static List<String> wrongCells(Door door, String under) {
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, String>> forgeries = new TreeMap<>();
        WHO_HAS_THE_ROLE.forEach((role, name) -> forgeries.put(role, Forgery.of(stack.token(name))));
        RoleTables.read().forEach((row, marked) -> {
            String operation = row.replaceAll(
                            "\\{(id|workItemId)}", UUID.randomUUID().toString())
                    .replaceAll("\\{\\w+}", "1");
            if (!operation.contains(" " + under)) {
                return;
            }
            expect(wrong, row, "no token", door.status(operation, null), Set.of(401));
            expect(wrong, row, "a service", door.status(operation, stack.token("billing-service")), KEPT_OUT);
            WHO_HAS_THE_ROLE.forEach((role, name) -> {
                int status = door.status(operation, stack.token(name));
                if (KEPT_OUT.contains(status) == marked.contains(role)) {
                    wrong.add(row + " answered " + status + " to " + role);
                }
                forgeries
                        .get(role)
                        .forEach((forgery, forged) ->
                                expect(wrong, row, role + ", " + forgery, door.status(operation, forged), Set.of(401)));
            });
        });
        return wrong;
    }

    private static void expect(List<String> wrong, String row, String who, int status, Set<Integer> right) {
        if (!right.contains(status)) {
            wrong.add(row + " answered " + status + " to " + who);
        }
    }

    @Test
    void theServicesTalkAmongThemselvesAlone() {
        for (String service : List.of("contracts", "tickets", "billing")) {
            Door door = new Door(stack.service(service).url());
            String feed = "GET /internal/v1/feed";
            assertEquals(200, door.status(feed, stack.token("tickets-service")), service);
            assertEquals(401, door.status(feed, null), service);
            WHO_HAS_THE_ROLE
                    .values()
                    .forEach(name -> assertEquals(403, door.status(feed, stack.token(name)), service + " to " + name));
        }
        Door gateway = new Door(stack.gatewayUrl());
        for (String path : List.of("/internal/v1/feed", "/api/tickets/internal/v1/feed", "/api/internal/v1/feed")) {
            assertEquals(404, gateway.status("GET " + path, stack.token("owner")), path);
        }
    }

    @Test
    void oneNameInTwoHousesMeansTwoThings() {
        String reference = "/api/tickets/v1/tickets/by-ref/cw/" + OfficeMove.TICKET;
        JsonNode ours = api.as("desk").get(reference);
        JsonNode theirs = api.as("other-desk").get(reference);
        assertEquals("Move our office to the 12th floor", ours.path("title").asText());
        assertEquals("Printer on fire", theirs.path("title").asText());
        assertNotEquals(ours.path("id"), theirs.path("id"));
        assertNotEquals(
                api.as("owner").get("/api/contracts/v1/clients/whitfield-crane").path("name"),
                api.as("other-owner")
                        .get("/api/contracts/v1/clients/whitfield-crane")
                        .path("name"));
    }

    @Test
    void noIdOfOneMspIsInAnAnswerToTheOther() {
        Set<String> ours = ids("owner", LISTS);
        Set<String> theirs = ids("other-owner", LISTS);
        assertTrue(ours.size() > 50 && theirs.size() > 20, ours.size() + " and " + theirs.size() + " ids");
        Set<String> both = new TreeSet<>(ours);
        both.retainAll(theirs);
        assertEquals(Set.of(), both);
    }

    @Test
    void whatHasAnIdHereDoesNotExistThere() {
        List<String> found = new ArrayList<>();
        for (String path : objects()) {
            assertTrue(api.as("owner").find(path).isPresent(), path);
            for (String stranger : List.of("other-owner", "other-desk", "other-partner")) {
                int status = new Door(stack.gatewayUrl()).status("GET " + path, stack.token(stranger));
                boolean refused = status == 404 || (status == 403 && !stranger.equals("other-owner"));
                if (!refused) {
                    found.add(path + " answered " + status + " to " + stranger);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<String> objects() {
        String ticket = id("/api/tickets/v1/tickets");
        String agreement = id("/api/contracts/v1/agreements");
        List<String> objects = new ArrayList<>();
        for (String part : List.of("", "/rulings", "/clocks", "/timeline", "/evidence", "/time-entries")) {
            objects.add("/api/tickets/v1/tickets/" + ticket + part);
        }
        for (String part : List.of("", "/versions/1", "/versions/1/document", "/versions/1/lint")) {
            objects.add("/api/contracts/v1/agreements/" + agreement + part);
        }
        objects.add("/api/tickets/v1/connections/" + id("/api/tickets/v1/connections"));
        objects.add("/api/tickets/v1/time-entries/" + id("/api/tickets/v1/tickets/" + ticket + "/time-entries"));
        objects.add("/api/billing/v1/quotes/" + id("/api/billing/v1/quotes"));
        objects.add("/api/billing/v1/extras/" + id("/api/billing/v1/extras"));
        objects.add("/api/billing/v1/export-batches/1");
        return objects;
    }

    private static String id(String list) {
        return api.as("owner").get(list).at("/items/0/id").asText();
    }

    @Test
    void anApproverSeesOneClientAlone() {
        for (String list : List.of(
                "/api/tickets/v1/tickets",
                "/api/billing/v1/quotes",
                "/api/billing/v1/extras",
                "/api/billing/v1/extras?clientCode=whitfield-crane",
                "/api/contracts/v1/agreements?clientCode=whitfield-crane")) {
            assertTrue(api.as("priya").get(list).path("items").isEmpty(), list);
            assertFalse(api.as("partner").get(list).path("items").isEmpty(), list);
        }
        List<String> clients = new ArrayList<>();
        api.as("priya")
                .get("/api/contracts/v1/clients")
                .path("items")
                .forEach(client -> clients.add(client.path("code").asText()));
        assertEquals(List.of("thames-dental"), clients);
        Door gateway = new Door(stack.gatewayUrl());
        for (String path : objects()) {
            int status = gateway.status("GET " + path, stack.token("priya"));
            assertTrue(status == 404 || status == 403, path + " answered " + status);
        }
    }

    @Test
    void onlyASandboxHasAClockThatMoves() {
        for (String service : List.of("contracts", "tickets", "billing")) {
            RemitApi.UnexpectedAnswer refused =
                    assertThrows(RemitApi.UnexpectedAnswer.class, () -> api.as("other-owner")
                            .post("/api/" + service + "/v1/sandbox/clock", Map.of("now", "2030-01-01T00:00:00Z")));
            assertEquals(404, refused.status(), service);
        }
    }

    private static Set<String> ids(String who, List<String> lists) {
        return lists.stream()
                .flatMap(list ->
                        ID.matcher(api.as(who).text(list + "?limit=200")).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
