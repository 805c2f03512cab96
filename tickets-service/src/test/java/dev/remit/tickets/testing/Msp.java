package dev.remit.tickets.testing;

import dev.remit.kit.testing.TestTenants;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A tenant of its own with the law firm of the story, and the calls that its people and machines make. */
public final class Msp extends ToldMsp {
    public static final String SIGNING_KEY = "signing-key-of-the-callbacks-of-cw";

    public String connectionId;

    private Msp(UUID tenant) {
        super(tenant);
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

    /**
     * The same, with an agreement that excuses a late response by what nobody could help, promises so much uptime a month outside
     * announced maintenance, and by which the client may contest waits for ten days.
     */
    public static Msp withExcuses(String now) {
        Msp msp = sandbox(now);
        msp.tellClient();
        msp.activate(terms -> terms.replace(
                "\"serviceLevels\":",
                "\"contestWithinDays\":10,\"compliance\":[{\"clause\":\"3.1\",\"clock\":\"RESPONSE\",\"percent\":\"95\",\"period\":\"MONTH\","
                        + "\"priorities\":[\"P3\"],\"exclusions\":[\"FORCE_MAJEURE\"]}],"
                        + "\"parameters\":[{\"clause\":\"3.1\",\"code\":\"server-uptime\",\"name\":\"Uptime of the servers\","
                        + "\"unit\":\"%\",\"atLeast\":\"99.9\",\"period\":\"MONTH\",\"source\":\"The monitor\","
                        + "\"exclusions\":[\"MAINTENANCE\"]}],\"serviceLevels\":"));
        return msp;
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
}
