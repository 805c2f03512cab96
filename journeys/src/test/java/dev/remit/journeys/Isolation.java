package dev.remit.journeys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.journeys.proof.Door;
import dev.remit.journeys.proof.Forgery;
import dev.remit.journeys.proof.Reach;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two MSPs name client, connection and ticket alike, and neither sees that the other exists; nor does one client's approver
 * see another client. Every cell of docs/roles.md is tried with real tokens, at the gateway and at each service behind it.
 */
class Isolation {
    private static final Set<Integer> KEPT_OUT = Set.of(401, 403);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Who has which role at the other MSP. */
    private static final Map<String, String> PLAYED_NEXT_DOOR = Map.of(
            "owner", "other-owner",
            "service-desk", "other-desk",
            "client-approver", "other-partner",
            "psa-sync", "other-psa-sync",
            "finance-pull", "other-finance-pull");

    private static final List<String> LISTS = List.of(
            "/api/contracts/v1/clients",
            "/api/contracts/v1/catalogue/items",
            "/api/contracts/v1/agreements",
            "/api/contracts/v1/audit",
            "/api/tickets/v1/connections",
            "/api/tickets/v1/tickets",
            "/api/tickets/v1/reviews",
            "/api/tickets/v1/compliance/cycles",
            "/api/tickets/v1/feed",
            "/api/tickets/v1/audit",
            "/api/billing/v1/quotes",
            "/api/billing/v1/extras",
            "/api/billing/v1/finance-feed",
            "/api/billing/v1/export-batches",
            "/api/billing/v1/audit",
            "/api/notifications/v1/subscriptions",
            "/api/notifications/v1/feed",
            "/api/notifications/v1/mails",
            "/api/notifications/v1/audit");

    private static final Set<String> OF_ALL_CONNECTIONS =
            Set.of("GET /api/tickets/v1/feed", "GET /api/notifications/v1/feed");

    private static Stack stack;
    private static RemitApi api;

    @BeforeAll
    static void theOfficeMoveIsTold() {
        stack = JourneyStack.withDemo();
        api = stack.api();
        new OfficeMove(api, OfficeMove.TICKET, OfficeMove.THURSDAY).tell(line -> {});
        api.as("finance").post("/api/billing/v1/export-batches", Map.of());
        // A priority that nobody has mapped is for a person to look at.
        api.as("psa-sync")
                .put(
                        "/api/tickets/v1/tickets/by-ref/cw/70999",
                        Map.of(
                                "sourceUpdatedAt", "2026-06-11T18:00:00Z",
                                "createdAt", "2026-06-11T18:00:00Z",
                                "title", "Of no known priority",
                                "client", Map.of("externalId", "250"),
                                "priority", "Priority 99",
                                "ticketClass", "ServiceTicket",
                                "status", "New"));
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

    @Test
    void theGatewayLetsInWhomTheTableNames() {
        assertEquals(List.of(), wrongCells(new Door(stack.gatewayUrl()), "/api/"));
    }

    @Test
    void soDoesEachServiceWhenTheGatewayIsPassedBy() {
        for (String service : List.of("contracts", "tickets", "billing", "notifications")) {
            assertEquals(
                    List.of(),
                    wrongCells(new Door(stack.service(service).url()), "/api/" + service + "/"),
                    service + "-service");
        }
    }

    private static List<String> wrongCells(Door door, String under) {
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, String>> forgeries = new TreeMap<>();
        RoleTables.PLAYED_BY.forEach((role, name) -> forgeries.put(role, Forgery.of(stack.token(name))));
        RoleTables.read().forEach((row, marked) -> {
            String operation = row.replaceAll(
                            "\\{(id|workItemId|excuseId|contestId)}",
                            UUID.randomUUID().toString())
                    .replaceAll("\\{\\w+}", "1");
            if (!operation.contains(" " + under)) {
                return;
            }
            expect(wrong, row, "no token", door.status(operation, null), Set.of(401));
            expect(wrong, row, "a service", door.status(operation, stack.token("billing-service")), KEPT_OUT);
            RoleTables.PLAYED_BY.forEach((role, name) -> {
                int status = door.status(operation, stack.token(name));
                if (KEPT_OUT.contains(status) == isLetIn(row, role, marked)) {
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

    /** These feeds tell of all connections, and a machine client of one has no part in them. */
    private static boolean isLetIn(String row, String role, Set<String> marked) {
        return marked.contains(role) && !(role.equals("psa-sync") && OF_ALL_CONNECTIONS.contains(row));
    }

    private static void expect(List<String> wrong, String row, String who, int status, Set<Integer> right) {
        if (!right.contains(status)) {
            wrong.add(row + " answered " + status + " to " + who);
        }
    }

    @Test
    void theServicesTalkAmongThemselvesAlone() {
        for (String service : List.of("contracts", "tickets", "billing", "notifications")) {
            Door door = new Door(stack.service(service).url());
            String feed = "GET /internal/v1/feed";
            assertEquals(200, door.status(feed, stack.token("tickets-service")), service);
            assertEquals(401, door.status(feed, null), service);
            RoleTables.PLAYED_BY
                    .values()
                    .forEach(name -> assertEquals(403, door.status(feed, stack.token(name)), service + " to " + name));
        }
        Door gateway = new Door(stack.gatewayUrl());
        for (String path : List.of("/internal/v1/feed", "/api/tickets/internal/v1/feed", "/api/internal/v1/feed")) {
            assertEquals(404, gateway.status("GET " + path, stack.token("owner")), path);
        }
    }

    @Test
    void anApproverWhoIsDeactivatedReadsNothingWithinFiveSeconds() {
        List<String> own = List.of("/api/contracts/v1/agreements", "/api/tickets/v1/tickets", "/api/billing/v1/quotes");
        own.forEach(list -> api.as("tama").get(list));
        tama(false);
        await().atMost(5, SECONDS).until(() -> own.stream().allMatch(Isolation::isRefusedToTama));
        tama(true);
        await().atMost(5, SECONDS).until(() -> own.stream().noneMatch(Isolation::isRefusedToTama));
    }

    private static void tama(boolean active) {
        String client = "/api/contracts/v1/clients/kowhai-logistics";
        ObjectNode change = api.as("owner").get(client).deepCopy();
        change.retain("name", "timeZone", "currency", "sites", "approvers", "externalRefs");
        ((ObjectNode) change.at("/approvers/0")).put("active", active);
        api.as("owner").put(client, change, api.as("owner").etag(client));
    }

    private static boolean isRefusedToTama(String list) {
        try {
            api.as("tama").get(list);
            return false;
        } catch (RemitApi.UnexpectedAnswer refused) {
            assertEquals(403, refused.status());
            return true;
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
        // Each finds in its own trail who made it.
        assertEquals(Set.of(operator()), both);
    }

    @Test
    void whatHasAnIdHereDoesNotExistThere() {
        Door gateway = new Door(stack.gatewayUrl());
        Reach ours = new Reach(api);
        List<String> wrong = new ArrayList<>();
        objects().forEach((row, marked) -> {
            if (row.startsWith("GET ")) {
                expect(wrong, row, "its owner", gateway.status(ours.operation(row), stack.token("owner")), Set.of(200));
            }
            PLAYED_NEXT_DOOR.forEach((role, name) -> expectNothing(wrong, ours, row, marked.contains(role), name));
        });
        assertEquals(List.of(), wrong);
    }

    /** Every operation on an object of a tenant that nobody else can have, with the roles that may call it. */
    private static Map<String, Set<String>> objects() {
        Map<String, Set<String>> objects = RoleTables.read();
        objects.entrySet()
                .removeIf(row -> !Reach.namesAnObject(row.getKey())
                        || row.getValue().isEmpty()
                        || row.getValue().equals(Set.of("operator")));
        return objects;
    }

    /** To whom may call an operation, the object does not exist; the others hear nothing of it either. */
    private static void expectNothing(List<String> wrong, Reach ours, String row, boolean marked, String stranger) {
        int status = new Door(stack.gatewayUrl()).status(ours.operation(row), stack.token(stranger), Reach.body(row));
        expect(wrong, row, stranger, status, Set.of(marked ? 404 : 403));
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
        Reach ours = new Reach(api);
        List<String> wrong = new ArrayList<>();
        objects()
                .forEach((row, marked) -> expectNothing(wrong, ours, row, marked.contains("client-approver"), "priya"));
        assertEquals(List.of(), wrong);
    }

    @Test
    void onlyASandboxHasAClockThatMoves() {
        for (String service : List.of("contracts", "tickets", "billing", "notifications")) {
            RemitApi.UnexpectedAnswer refused =
                    assertThrows(RemitApi.UnexpectedAnswer.class, () -> api.as("other-owner")
                            .post(
                                    "/api/" + service + "/v1/sandbox/clock",
                                    Map.of("now", "2030-01-01T00:00:00Z", "confirm", true)));
            assertEquals(404, refused.status(), service);
        }
    }

    private static String operator() {
        return stack.keycloakAdmin().id("operator");
    }

    private static Set<String> ids(String who, List<String> lists) {
        return lists.stream()
                .flatMap(list ->
                        ID.matcher(api.as(who).text(list + "?limit=200")).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
