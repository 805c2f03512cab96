package dev.remit.tickets.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.kit.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What an MSP's people and machines ask, and wait for. */
abstract class MspCalls {
    public static final String API = "/api/tickets/v1";
    public static final String CLIENT = "whitfield-crane";
    static final String APPROVER = "client-approver";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    public final UUID tenant;

    MspCalls(UUID tenant) {
        this.tenant = tenant;
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

    /** The one that the ticket came with. */
    public String firstWorkItem(String ticketId) {
        return ticket(ticketId).getString("workItems[0].id");
    }

    public JsonPath get(String path) {
        return JsonPath.from(text(path));
    }

    private String text(String path) {
        return as("owner").get(API + path).then().statusCode(200).extract().asString();
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
        await(path).atMost(PATIENCE).pollInterval(POLL).until(() -> {
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
        FeedOfTenant feed = read(text("/feed?limit=200"));
        return feed.items().stream()
                .filter(event -> type.equals(event.get("type")))
                .toList();
    }

    /** Waits until there are so many events of a type. */
    public List<Map<String, Object>> awaitEvents(String type, int count) {
        await(count + " " + type)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> events(type).size() >= count);
        return events(type);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record FeedOfTenant(List<Map<String, Object>> items) {}

    private static FeedOfTenant read(String feed) {
        try {
            return JSON.readValue(feed, FeedOfTenant.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
