package dev.remit.tickets.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.feed.FeedProgress;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.arc.Arc;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A tenant of its own with the law firm of the story, and the calls that its people and machines make. */
public final class Msp {
    public static final String API = "/api/tickets/v1";
    public static final String SIGNING_KEY = "signing-key-of-the-callbacks-of-cw";
    public static final String CLIENT = "whitfield-crane";
    private static final String APPROVER = "client-approver";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final UUID tenant;
    public final UUID clientId = UUID.randomUUID();
    public final UUID agreementId = UUID.randomUUID();
    public String connectionId;
    public String documentHash;
    public String contentHash;

    private Msp(UUID tenant) {
        this.tenant = tenant;
    }

    /** A tenant in real time that knows nobody. */
    public static Msp empty() {
        return new Msp(TestTenants.fresh());
    }

    /** A sandbox at a moment, with a connection named cw, that knows nobody. */
    public static Msp sandbox(String now) {
        Msp msp = new Msp(Sandboxes.fresh());
        msp.clock(now);
        msp.connect();
        return msp;
    }

    /** A sandbox at a moment that has signed with the law firm. */
    public static Msp withLawFirm(String now) {
        Msp msp = sandbox(now);
        msp.tellClient();
        msp.activate(UnaryOperator.identity());
        return msp;
    }

    public RequestSpecification as(String... roles) {
        return given().auth().oauth2(TestTokens.as(roles).tenant(tenant).token());
    }

    public RequestSpecification partner() {
        return partnerOf(CLIENT);
    }

    /** Once the service has been told that they are the client's approver. */
    public RequestSpecification partnerOf(String client) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> tokenOf(client).get(API + "/tickets?limit=1").statusCode() == 200);
        return tokenOf(client);
    }

    /** With a client's claim, whoever that client's approvers are. */
    public RequestSpecification tokenOf(String client) {
        return given().auth()
                .oauth2(TestTokens.as("client-approver")
                        .tenant(tenant)
                        .client(client)
                        .token());
    }

    public RequestSpecification posting(String role) {
        return as(role).header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json");
    }

    public void clock(String now) {
        as("owner")
                .contentType("application/json")
                .body(Map.of("now", now, "confirm", true))
                .post(API + "/sandbox/clock")
                .then()
                .statusCode(200);
    }

    public void connect() {
        connectionId = posting("owner")
                .body(Map.of(
                        "name",
                        "cw",
                        "platform",
                        "CONNECTWISE",
                        "signingKey",
                        SIGNING_KEY,
                        "messages",
                        "DELIVERED",
                        "priorities",
                        Map.of(
                                "Priority 1 - Emergency Response", "P1",
                                "Priority 2 - Quick Response", "P2",
                                "Priority 3 - Normal Response", "P3"),
                        "statuses",
                        Map.of(
                                "New", "OPEN",
                                "In Progress", "IN_PROGRESS",
                                "Waiting Client", "WAITING_CLIENT",
                                "Waiting Vendor", "WAITING_VENDOR",
                                "Scheduled", "SCHEDULED",
                                "Completed", "RESOLVED",
                                "Cancelled", "CANCELLED"),
                        "ticketClasses",
                        Map.of("ServiceTicket", "REQUEST"),
                        "workTypes",
                        Map.of("On-site", "ONSITE")))
                .post(API + "/connections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Gives the connection named cw the settings of a platform whose callbacks deliver no messages. */
    public void withoutMessages() {
        setUp(Map.of());
    }

    /** Gives the connection named cw other settings than those of before. */
    public void setUp(Map<String, ?> changes) {
        JsonPath now = get("/connections/" + connectionId);
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String table : List.of("priorities", "statuses", "ticketClasses", "workTypes", "roles")) {
            settings.put(table, now.get(table) == null ? Map.of() : now.getMap(table));
        }
        settings.putAll(changes);
        as("owner")
                .header("If-Match", "*")
                .contentType("application/json")
                .body(settings)
                .put(API + "/connections/" + connectionId)
                .then()
                .statusCode(200);
    }

    /** Adds a connection named desk, by which people write, and whose tickets are the law firm's by its code. */
    public void connectDesk() {
        posting("owner")
                .body(Map.of(
                        "name", "desk",
                        "platform", "CANONICAL",
                        "priorities", Map.of("Priority 3 - Normal Response", "P3"),
                        "statuses", Map.of("New", "OPEN", "Completed", "RESOLVED"),
                        "ticketClasses", Map.of("ServiceTicket", "REQUEST"),
                        "workTypes", Map.of("On-site", "ONSITE")))
                .post(API + "/connections")
                .then()
                .statusCode(201);
    }

    /** Puts a ticket by the connection named desk, as somebody with a role. */
    public Response putAs(String role, String externalId, Snapshot snapshot) {
        return as(role).contentType("application/json")
                .body(snapshot.with("client", Map.of("code", CLIENT))
                        .without("site")
                        .json())
                .put(API + "/tickets/by-ref/desk/" + externalId);
    }

    /** Puts a time entry by a connection, as somebody with a role. */
    public Response putTimeAs(String role, String connection, String externalId, Map<String, ?> entry) {
        return as(role).contentType("application/json")
                .body(entry)
                .put(API + "/time-entries/by-ref/" + connection + "/" + externalId);
    }

    /** Has contracts-service tell of the law firm. */
    public void tellClient() {
        tellClient(clientId, CLIENT, "250", "28");
    }

    public void tellClient(UUID id, String code, String externalId, String siteExternalId) {
        tellClient(id, code, externalId, siteExternalId, true, 1);
    }

    /** Has contracts-service tell of something; what a test does next comes after it, unless the service does not answer. */
    private void tell(String type, Map<String, ?> facts) {
        long position = Neighbours.CONTRACTS.publish(type, tenant, facts);
        if (!Neighbours.CONTRACTS.isDown()) {
            FeedProgress progress = Arc.container().instance(FeedProgress.class).get();
            assertTrue(progress.awaitTaken("tickets.contracts", tenant, position, PATIENCE), type);
        }
    }

    /** Has contracts-service tell that the law firm's approver is active no more. */
    public void tellApproverRemoved() {
        tellClient(clientId, CLIENT, "250", "28", false, 2);
    }

    private void tellClient(
            UUID id, String code, String externalId, String siteExternalId, boolean active, int revision) {
        tell(
                "ClientChanged",
                Map.of(
                        "clientId",
                        id.toString(),
                        "code",
                        code,
                        "name",
                        "Whitfield & Crane LLP",
                        "timeZone",
                        "America/New_York",
                        "currency",
                        "USD",
                        "sites",
                        List.of(Map.of(
                                "siteId", UUID.randomUUID().toString(),
                                "code", "broad-street",
                                "name", "40 Broad Street",
                                "timeZone", "America/New_York",
                                "externalRefs", List.of(Map.of("connection", "cw", "id", siteExternalId)))),
                        "approvers",
                        List.of(Map.of(
                                "approverId",
                                UUID.randomUUID().toString(),
                                "name",
                                "Eleanor Whitfield",
                                "email",
                                "eleanor.whitfield@whitfield-crane.example",
                                "username",
                                APPROVER,
                                "active",
                                active)),
                        "externalRefs",
                        List.of(Map.of("connection", "cw", "id", externalId)),
                        "revision",
                        revision));
    }

    /** Has contracts-service tell of the MSP's catalogue. */
    public void tellCatalogue() {
        JsonPath.from(resource("/law-firm/catalogue.json"))
                .<Map<String, Object>>getList("items")
                .forEach(this::tellItem);
    }

    /** Has contracts-service tell of an item of the catalogue. */
    public void tellItem(Map<String, Object> item) {
        tell("CatalogueItemChanged", item);
    }

    /** Has contracts-service tell that an item goes by another subtype of the PSA now. */
    public void tellSubtype(String code, String category, String subtype, int revision) {
        tellItem(Map.of(
                "code", code,
                "name", code,
                "category", category,
                "matchers", Map.of("subtypes", List.of(subtype)),
                "retired", false,
                "revision", revision));
    }

    /** Has contracts-service tell of a signed version, its text changed as a test needs it. */
    public void activate(UnaryOperator<String> change) {
        activate(clientId, agreementId, change);
    }

    /** A version of the law firm's agreement, its text changed as a test needs it. */
    public Map<String, Object> document(UnaryOperator<String> change) {
        return document(clientId, agreementId, change);
    }

    private Map<String, Object> document(UUID client, UUID agreement, UnaryOperator<String> change) {
        Map<String, Object> terms = parse(change.apply(resource("/law-firm/terms.json")));
        terms.put("agreementId", agreement.toString());
        terms.put("tenant", tenant.toString());
        terms.put("client", Map.of("id", client.toString(), "code", CLIENT, "name", "Whitfield & Crane LLP"));
        return terms;
    }

    public void activate(UUID client, UUID agreement, UnaryOperator<String> change) {
        tellCatalogue();
        Map<String, Object> terms = document(client, agreement, change);
        byte[] document = CanonicalJson.bytes(terms);
        documentHash = Sha256.hex(document);
        contentHash = AgreementDocument.contentHash(document);
        Neighbours.publish(documentHash, document);
        Map<String, Object> activated = new LinkedHashMap<>(Map.of(
                "agreementId", agreement.toString(),
                "clientId", client.toString(),
                "clientCode", CLIENT,
                "version", terms.get("version"),
                "documentHash", documentHash,
                "contentHash", contentHash,
                "effectiveFrom", terms.get("effectiveFrom")));
        if (terms.containsKey("master")) {
            activated.put("masterId", terms.get("master"));
        }
        if (terms.containsKey("effectiveTo")) {
            activated.put("effectiveTo", terms.get("effectiveTo"));
        }
        tell("AgreementActivated", activated);
    }

    /** Has contracts-service tell that the law firm's agreement ends, before the end that it was signed with. */
    public void tellEnd(String effectiveTo) {
        tell(
                "AgreementEnded",
                Map.of(
                        "agreementId",
                        agreementId.toString(),
                        "clientId",
                        clientId.toString(),
                        "version",
                        1,
                        "documentHash",
                        documentHash,
                        "effectiveTo",
                        effectiveTo));
    }

    public void quoteSent(String ticketId, UUID quote, String at) {
        Neighbours.BILLING.publish(
                "QuoteSent",
                tenant,
                Map.of(
                        "quoteId",
                        quote.toString(),
                        "ticketId",
                        ticketId,
                        "workItemId",
                        firstWorkItem(ticketId),
                        "clientId",
                        clientId.toString(),
                        "sentAt",
                        at,
                        "approver",
                        Map.of("name", "Eleanor Whitfield", "email", "e@example.com")));
    }

    public void quoteDecided(String ticketId, UUID quote, String at) {
        Neighbours.BILLING.publish(
                "QuoteDecided",
                tenant,
                Map.of(
                        "quoteId",
                        quote.toString(),
                        "ticketId",
                        ticketId,
                        "workItemId",
                        firstWorkItem(ticketId),
                        "clientId",
                        clientId.toString(),
                        "decision",
                        "APPROVED",
                        "decidedAt",
                        at));
    }

    /** The one that the ticket came with. */
    public String firstWorkItem(String ticketId) {
        return ticket(ticketId).getString("workItems[0].id");
    }

    public Response put(String externalId, Snapshot snapshot) {
        return as("psa-sync")
                .contentType("application/json")
                .body(snapshot.json())
                .put(API + "/tickets/by-ref/cw/" + externalId);
    }

    /** Sends a snapshot that must be taken in, and gives the ticket's id. */
    public String send(String externalId, Snapshot snapshot) {
        Response answer = put(externalId, snapshot);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer.path("id");
    }

    public Response putTime(String externalId, Map<String, ?> entry) {
        return as("psa-sync")
                .contentType("application/json")
                .body(entry)
                .put(API + "/time-entries/by-ref/cw/" + externalId);
    }

    public JsonPath get(String path) {
        return as("owner").get(API + path).then().statusCode(200).extract().jsonPath();
    }

    public JsonPath ticket(String id) {
        return get("/tickets/" + id);
    }

    public JsonPath clocks(String id, String asOf) {
        return get("/tickets/" + id + "/clocks?asOf=" + asOf);
    }

    /** Waits until a resource says what it should. */
    public JsonPath awaitUntil(String path, Predicate<JsonPath> wanted) {
        JsonPath[] last = new JsonPath[1];
        await(path).atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            last[0] = get(path);
            return wanted.test(last[0]);
        });
        return last[0];
    }

    public JsonPath awaitRuled(String id) {
        return awaitUntil("/tickets/" + id, ticket -> "RULED".equals(ticket.getString("state")));
    }

    /** The tenant's events of a type, in order. */
    public List<Map<String, Object>> events(String type) {
        return get("/feed?limit=200").getList("items.findAll { it.type == '" + type + "' }");
    }

    /** Waits until there are so many events of a type. */
    public List<Map<String, Object>> awaitEvents(String type, int count) {
        await(count + " " + type)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> events(type).size() >= count);
        return events(type);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(String json) {
        return new LinkedHashMap<>((Map<String, Object>) CanonicalJson.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static String resource(String name) {
        try (InputStream in = Msp.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
