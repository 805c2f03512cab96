package dev.remit.billing;

import static dev.remit.billing.BillingTest.API;
import static dev.remit.billing.BillingTest.as;
import static dev.remit.billing.BillingTest.once;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.feed.FeedConsumers;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whitfield & Crane LLP of Broad Street and its office move, told event by event as the other services would tell it. */
final class LawFirm {
    static final String CODE = "whitfield-crane";
    final String code;
    static final String PARTNER = "eleanor.whitfield@whitfield-crane.example";
    static final String DEPUTY = "samuel.crane@whitfield-crane.example";

    final UUID tenant;
    final UUID client = UUID.randomUUID();
    final UUID agreement = UUID.randomUUID();
    UUID ticket = UUID.randomUUID();
    UUID workItem = UUID.randomUUID();
    private final FeedConsumers consumers;
    private final String upstream = ConfigProvider.getConfig().getValue(UpstreamResource.URL, String.class);
    private final Map<Object, Long> revisions;
    private boolean held;

    LawFirm(UUID tenant, FeedConsumers consumers) {
        this(tenant, consumers, CODE, new HashMap<>());
    }

    private LawFirm(UUID tenant, FeedConsumers consumers, String code, Map<Object, Long> revisions) {
        this.tenant = tenant;
        this.consumers = consumers;
        this.code = code;
        this.revisions = revisions;
    }

    /** Another client of the same MSP. */
    LawFirm neighbour(String its) {
        return new LawFirm(tenant, consumers, its, revisions);
    }

    /** The ticket of another client turns out to be this one's. */
    void took(LawFirm from) {
        ticket = from.ticket;
        workItem = from.workItem;
        ruled("EXTRA");
    }

    /** Everything but approval and work: client, signed version, EXTRA ruling. */
    LawFirm ruledExtra() {
        clientKnown();
        agreementActivated();
        ruled("EXTRA");
        return this;
    }

    void clientKnown() {
        clientKnown(approver("Eleanor Whitfield", PARTNER, "partner", true, null));
    }

    /** Another client of the tenant, with one approver of this login. */
    void anotherClientKnown(String code, String login) {
        UUID id = UUID.nameUUIDFromBytes((tenant + code).getBytes(UTF_8));
        publish(
                "contracts",
                "ClientChanged",
                id,
                clientState(id, code, approver("Another One", login + "@example.com", login, true, null)));
    }

    @SafeVarargs
    final void clientKnown(Map<String, Object>... approvers) {
        publish("contracts", "ClientChanged", client, clientState(client, code, approvers));
    }

    @SafeVarargs
    private Map<String, Object> clientState(UUID id, String code, Map<String, Object>... approvers) {
        return map(
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
                List.of(),
                "approvers",
                List.of(approvers),
                "revision",
                revision(id));
    }

    Map<String, Object> approver(String name, String email, String username, boolean active, String deputyOf) {
        Map<String, Object> approver = map(
                "approverId",
                        UUID.nameUUIDFromBytes((client + email).getBytes(UTF_8)).toString(),
                "name", name,
                "email", email,
                "active", active);
        if (username != null) {
            approver.put("username", username);
        }
        if (deputyOf != null) {
            approver.put("deputyOf", deputyOf);
        }
        return approver;
    }

    String agreementActivated() {
        return agreementActivated(1, "2026-01-01", "150.00");
    }

    String agreementActivated(int version, String from, String onSiteRate) {
        return agreementActivated(version, from, SignedTerms.rateCard(onSiteRate));
    }

    String agreementActivated(int version, String from, Map<String, Object> rateCard) {
        byte[] document = SignedTerms.document(tenant, client, agreement, version, from, rateCard);
        String hash = UpstreamResource.hash(document);
        given().body(document)
                .contentType("application/json")
                .put(upstream + "/contracts/internal/v1/documents/" + hash)
                .then()
                .statusCode(204);
        publish(
                "contracts",
                "AgreementActivated",
                agreement,
                map(
                        "agreementId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "clientCode",
                        CODE,
                        "version",
                        (long) version,
                        "documentHash",
                        hash,
                        "contentHash",
                        AgreementDocument.contentHash(document),
                        "effectiveFrom",
                        from));
        return hash;
    }

    /** An addendum to the agreement that rules and prices office moves; a null rate leaves prices to the master. */
    String addendumActivated(UUID addendum, String onSiteRate) {
        byte[] document = SignedTerms.addendum(tenant, client, addendum, agreement, onSiteRate);
        String hash = UpstreamResource.hash(document);
        given().body(document)
                .contentType("application/json")
                .put(upstream + "/contracts/internal/v1/documents/" + hash)
                .then()
                .statusCode(204);
        publish(
                "contracts",
                "AgreementActivated",
                addendum,
                map(
                        "agreementId",
                        addendum.toString(),
                        "kind",
                        "ADDENDUM",
                        "masterId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "clientCode",
                        CODE,
                        "version",
                        1L,
                        "documentHash",
                        hash,
                        "contentHash",
                        AgreementDocument.contentHash(document),
                        "effectiveFrom",
                        "2026-02-01"));
        return hash;
    }

    void agreementEnded(int version, String to) {
        publish(
                "contracts",
                "AgreementEnded",
                agreement,
                map(
                        "agreementId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "version",
                        (long) version,
                        "effectiveTo",
                        to));
    }

    String documentHash() {
        return UpstreamResource.hash(
                SignedTerms.document(tenant, client, agreement, 1, "2026-01-01", SignedTerms.rateCard("150.00")));
    }

    void ruled(String verdict) {
        ruled(workItem, verdict, true);
    }

    void ruled(UUID item, String verdict, boolean approvalRequired, Object... changes) {
        publish("tickets", "WorkItemRuled", item, ruling(item, verdict, approvalRequired, changes));
    }

    /** Has tickets-service say that it would rule so by a version that nobody has signed. */
    void wouldBeRuled(Map<String, Object> ruling) {
        given().body(CanonicalJson.text(map("rulings", List.of(ruling), "volumes", List.of())))
                .put(upstream + "/tickets/would-rule/" + tenant)
                .then()
                .statusCode(204);
    }

    /** A ruling as tickets-service tells it. */
    Map<String, Object> ruling(UUID item, String verdict, boolean approvalRequired, Object... changes) {
        Map<String, Object> ruling = map(
                "ticketId",
                ticket.toString(),
                "connection",
                "cw",
                "externalId",
                "70123",
                "workItemId",
                item.toString(),
                "clientId",
                client.toString(),
                "clientCode",
                CODE,
                "siteZone",
                "America/New_York",
                "title",
                "Office move to the 9th floor",
                "confidential",
                false,
                "rulingId",
                UUID.randomUUID().toString(),
                "sequence",
                revision(item),
                "verdict",
                verdict,
                "status",
                "FROZEN",
                "item",
                "office-move",
                "cases",
                cases(verdict, approvalRequired),
                "agreement",
                map("agreementId", agreement.toString(), "version", 1L, "documentHash", documentHash()),
                "ruledAt",
                "2026-06-11T18:00:01Z");
        ruling.putAll(map(changes));
        return ruling;
    }

    private static List<Map<String, Object>> cases(String verdict, boolean approvalRequired) {
        return switch (verdict) {
            case "SILENT" -> List.of();
            case "AMBIGUOUS" -> List.of(ofClause("INCLUDED", null), ofClause("EXTRA", null));
            default -> List.of(ofClause(verdict, approvalRequired ? "REQUIRED" : "NOT_REQUIRED"));
        };
    }

    /** What clause 4.2 says of work on the item. */
    static Map<String, Object> ofClause(String treatment, String approval, Object... changes) {
        Map<String, Object> ofClause = map(
                "rank",
                1L,
                "clause",
                map("id", "4.2", "title", "Office moves", "text", "Office moves are not included."),
                "treatment",
                treatment,
                "workType",
                "ONSITE",
                "estimateMinutes",
                1080L,
                "approval",
                approval);
        ofClause.putAll(map(changes));
        return ofClause;
    }

    /** On site on Saturday, 08:00 to 17:00, with travel. */
    Map<String, Object> saturday(String technician) {
        return entry(technician, "2026-06-13T12:00:00Z", "2026-06-13T21:00:00Z");
    }

    /** Entries of one start sort by their technicians' first letters, since ids break ties. */
    Map<String, Object> entry(String technician, String start, String end) {
        UUID random = UUID.nameUUIDFromBytes((tenant + technician + start).getBytes(UTF_8));
        long high = (random.getMostSignificantBits() >>> 8) | ((long) technician.charAt(0) << 56);
        return map(
                "timeEntryId",
                new UUID(high, random.getLeastSignificantBits()).toString(),
                "ticketId",
                ticket.toString(),
                "workItemId",
                workItem.toString(),
                "clientId",
                client.toString(),
                "clientCode",
                CODE,
                "siteCode",
                "broad-street",
                "siteZone",
                "America/New_York",
                "technician",
                map("id", technician, "name", "Technician " + technician),
                "workType",
                "ONSITE",
                "start",
                start,
                "end",
                end,
                "travel",
                true,
                "billable",
                "BILLABLE",
                "deleted",
                false,
                "source",
                map("connection", "cw", "externalId", technician + "@" + start));
    }

    /** Tells an entry, with some members changed. */
    void recorded(Map<String, Object> entry, Object... changes) {
        Map<String, Object> told = new LinkedHashMap<>(entry);
        told.putAll(map(changes));
        told.put("revision", revision(entry.get("timeEntryId")));
        publish("tickets", "TimeEntryRecorded", UUID.fromString((String) entry.get("timeEntryId")), told);
    }

    /** Tells an entry as it was told first, which is old by now. */
    void recordedOutOfOrder(Map<String, Object> entry, Object... changes) {
        Map<String, Object> told = new LinkedHashMap<>(entry);
        told.putAll(map(changes));
        told.put("revision", 1L);
        publish("tickets", "TimeEntryRecorded", UUID.fromString((String) entry.get("timeEntryId")), told);
    }

    private long revision(Object of) {
        return revisions.merge(of, 1L, Long::sum);
    }

    String initialQuote() {
        List<String> ids = as(tenant, "owner")
                .get(API + "/quotes?ticketId=" + ticket + (code.equals(CODE) ? "" : "&clientCode=" + code))
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'INITIAL' && it.status != 'WITHDRAWN' }.id");
        return ids.getFirst();
    }

    String etag(String quote) {
        return as(tenant, "owner").get(API + "/quotes/" + quote).header("ETag");
    }

    String sent(String cap) {
        String quote = initialQuote();
        as(tenant, "service-desk")
                .header("If-Match", etag(quote))
                .body(CanonicalJson.text(
                        map("cap", map("amount", cap, "currency", "USD"), "confirmCapBelowEstimate", true)))
                .put(API + "/quotes/" + quote)
                .then()
                .statusCode(200);
        send(quote).then().statusCode(200);
        return quote;
    }

    Response send(String quote) {
        return once(as(tenant, "service-desk")).post(API + "/quotes/" + quote + "/send");
    }

    String approved(String cap) {
        String quote = sent(cap);
        approve(quote).then().statusCode(200);
        return quote;
    }

    /** The partner said yes the day before the move, so that the work of these tests comes after it. */
    Response approve(String quote) {
        Response approved = approveNow(quote);
        if (approved.statusCode() == 200) {
            execute("UPDATE quote SET decided_at = '2026-01-01 00:00:00' WHERE id = UUID_TO_BIN('" + quote + "')");
        }
        return approved;
    }

    Response approveNow(String quote) {
        return once(BillingTest.approver(tenant, code, "partner"))
                .body("{\"typedName\":\"Eleanor Whitfield\"}")
                .post(API + "/quotes/" + quote + "/approve");
    }

    /** The columns of a table, in their order. */
    static List<String> columns(String table) {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SHOW COLUMNS FROM " + table)) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static int execute(String statement) {
        try (Connection connection =
                        CDI.current().select(DataSource.class).get().getConnection();
                Statement sql = connection.createStatement()) {
            return sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Response decline(String quote) {
        return once(BillingTest.approver(tenant, code, "partner"))
                .body("{\"typedName\":\"Eleanor Whitfield\",\"reason\":\"We move it ourselves\"}")
                .post(API + "/quotes/" + quote + "/decline");
    }

    Response askForMoreFor(String cap, List<Map<String, Object>> lines, boolean confirmed) {
        return once(as(tenant, "owner"))
                .body(CanonicalJson.text(map(
                        "workItemId",
                        workItem.toString(),
                        "summary",
                        "A second afternoon",
                        "lines",
                        lines,
                        "confirmCapBelowEstimate",
                        confirmed,
                        "cap",
                        map("amount", cap, "currency", "USD"))))
                .post(API + "/quotes");
    }

    Response askForMore(String cap) {
        return once(as(tenant, "owner"))
                .body(CanonicalJson.text(map(
                        "workItemId", workItem.toString(),
                        "summary", "A second afternoon",
                        "cap", map("amount", cap, "currency", "USD"))))
                .post(API + "/quotes");
    }

    void moreRoom(String cap) {
        String quote = askForMore(cap).then().statusCode(201).extract().path("id");
        send(quote).then().statusCode(200);
        approve(quote).then().statusCode(200);
    }

    List<Map<String, Object>> extras() {
        return as(tenant, "finance")
                .get(API + "/extras?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** Each line in short, in the order of the list. */
    List<String> lines() {
        return extras().stream().map(LawFirm::line).toList();
    }

    private static String line(Map<String, Object> extra) {
        String origin = "RATED".equals(extra.get("origin")) ? "" : " " + extra.get("origin");
        String held = extra.get("heldReason") == null ? "" : " " + extra.get("heldReason");
        return extra.get("kind") + " " + amount(extra, "amount") + " billed " + amount(extra, "billed") + " over "
                + amount(extra, "overCap") + " " + extra.get("status") + held + origin;
    }

    private static Object amount(Map<String, Object> extra, String member) {
        return extra.get(member) instanceof Map<?, ?> money ? money.get("amount") : null;
    }

    Response cutOff(String through) {
        return once(as(tenant, "finance"))
                .body("{\"through\":\"" + through + "\"}")
                .post(API + "/cut-offs");
    }

    void ticketIs(String status) {
        publish("tickets", "TicketChanged", ticket, map("ticketId", ticket.toString(), "status", status));
    }

    /** What is told meanwhile takes effect together. */
    void atOnce(Runnable telling) {
        held = true;
        try {
            telling.run();
        } finally {
            held = false;
        }
        consumers.drain("billing.tickets");
    }

    private void publish(String service, String type, UUID subject, Map<String, Object> payload) {
        given().contentType("application/json")
                .body(CanonicalJson.bytes(map(
                        "type",
                        type,
                        "tenant",
                        tenant.toString(),
                        "subject",
                        subject.toString(),
                        "occurredAt",
                        "2026-06-11T18:00:00Z",
                        "payload",
                        payload)))
                .post(upstream + "/" + service + "/publish")
                .then()
                .statusCode(204);
        if (!held) {
            consumers.drain("billing." + service);
        }
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
