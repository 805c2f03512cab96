package dev.remit.billing;

import static io.restassured.RestAssured.given;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.feed.FeedConsumers;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whitfield & Crane LLP of Broad Street and its office move, told event by event as the other services would tell it. */
final class LawFirm {
    static final String CODE = "whitfield-crane";
    static final String PARTNER = "eleanor.whitfield@whitfield-crane.example";
    static final String DEPUTY = "samuel.crane@whitfield-crane.example";

    final UUID tenant;
    final UUID client = UUID.randomUUID();
    final UUID agreement = UUID.randomUUID();
    final UUID ticket = UUID.randomUUID();
    final UUID workItem = UUID.randomUUID();
    private final FeedConsumers consumers;
    private final String upstream = ConfigProvider.getConfig().getValue(UpstreamResource.URL, String.class);
    private final Map<UUID, Long> revisions = new HashMap<>();
    private int rulings;
    private int clientRevision;

    LawFirm(UUID tenant, FeedConsumers consumers) {
        this.tenant = tenant;
        this.consumers = consumers;
    }

    /** Everything but approval and work: client, signed version, EXTRA ruling. */
    LawFirm ruledExtra() {
        clientKnown();
        agreementActivated();
        ruled("EXTRA");
        return this;
    }

    void clientKnown() {
        clientKnown(CODE, List.of(approver("Eleanor Whitfield", PARTNER, "partner", true, null)));
    }

    void clientKnown(String code, List<Map<String, Object>> approvers) {
        Map<String, Object> payload = map(
                "clientId",
                client.toString(),
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
                approvers,
                "revision",
                (long) ++clientRevision);
        publish("contracts", "ClientChanged", client, payload);
    }

    static Map<String, Object> approver(String name, String email, String username, boolean active, String deputyOf) {
        Map<String, Object> approver = map(
                "approverId",
                        UUID.nameUUIDFromBytes(
                                        (email + Math.random()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString(),
                "name", name,
                "email", email,
                "username", username,
                "active", active);
        if (deputyOf != null) {
            approver.put("deputyOf", deputyOf);
        }
        return approver;
    }

    String agreementActivated() {
        return agreementActivated(1, "2026-01-01", rateCard());
    }

    String agreementActivated(int version, String from, Map<String, Object> rateCard) {
        byte[] document = CanonicalJson.bytes(document(version, from, rateCard));
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
                        dev.remit.engines.agreement.AgreementDocument.contentHash(document),
                        "effectiveFrom",
                        from));
        return hash;
    }

    void agreementEnded(int version, String to) {
        publish(
                "contracts",
                "AgreementSuperseded",
                agreement,
                map(
                        "agreementId",
                        agreement.toString(),
                        "clientId",
                        client.toString(),
                        "version",
                        (long) version,
                        "documentHash",
                        "",
                        "effectiveTo",
                        to));
    }

    static Map<String, Object> rateCard() {
        return map(
                "clause",
                "6.1",
                "currency",
                "USD",
                "hourly",
                List.of(map("workType", "ONSITE", "rate", "150.00"), map("workType", "REMOTE", "rate", "120.00")),
                "multipliers",
                map("BUSINESS", "1", "AFTER_HOURS", "1.5", "WEEKEND", "1.5", "HOLIDAY", "2"),
                "minimumMinutes",
                0L,
                "incrementMinutes",
                15L,
                "roundingMode",
                "UP",
                "travel",
                map("kind", "FLAT", "fee", "75.00"),
                "taxRatePercent",
                "8.875");
    }

    private Map<String, Object> document(int version, String from, Map<String, Object> rateCard) {
        List<Object> hours = List.of(List.of("08:30", "17:30"));
        return map(
                "schema", "remit-agreement/1",
                "agreementId", agreement.toString(),
                "tenant", tenant.toString(),
                "client", map("id", client.toString(), "code", CODE, "name", "Whitfield & Crane LLP"),
                "title", "Managed services",
                "version", (long) version,
                "effectiveFrom", from,
                "clauses",
                        List.of(
                                map("id", "2.1", "title", "Hours of cover", "text", "Monday to Friday, 8:30 to 17:30."),
                                map("id", "4.2", "title", "Office moves", "text", "Office moves are not included."),
                                map("id", "6.1", "title", "Rates", "text", "150.00 dollars an hour on site.")),
                "items",
                        List.of(map(
                                "code",
                                "office-move",
                                "name",
                                "Office move",
                                "matchers",
                                map("keywords", List.of("office move")))),
                "scopeRules",
                        List.of(map(
                                "clause",
                                "4.2",
                                "item",
                                "office-move",
                                "treatment",
                                "EXTRA",
                                "workType",
                                "ONSITE",
                                "estimateMinutes",
                                1080L,
                                "approval",
                                "REQUIRED")),
                "coverage",
                        map(
                                "clause",
                                "2.1",
                                "zone",
                                "America/New_York",
                                "weekly",
                                map(
                                        "MONDAY",
                                        hours,
                                        "TUESDAY",
                                        hours,
                                        "WEDNESDAY",
                                        hours,
                                        "THURSDAY",
                                        hours,
                                        "FRIDAY",
                                        hours),
                                "holidays",
                                List.of("2026-06-19", "2026-07-03")),
                "serviceLevels", List.of(),
                "rateCard", rateCard,
                "signatures", List.of());
    }

    String documentHash() {
        return UpstreamResource.hash(CanonicalJson.bytes(document(1, "2026-01-01", rateCard())));
    }

    void ruled(String verdict) {
        ruled(verdict, true);
    }

    void ruled(String verdict, boolean approvalRequired) {
        ruled(workItem, client, verdict, approvalRequired, ++rulings);
    }

    void ruled(UUID item, UUID ofClient, String verdict, boolean approvalRequired, int sequence) {
        publish(
                "tickets",
                "WorkItemRuled",
                item,
                map(
                        "ticketId",
                        ticket.toString(),
                        "connection",
                        "cw",
                        "externalId",
                        "70123",
                        "workItemId",
                        item.toString(),
                        "clientId",
                        ofClient.toString(),
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
                        (long) sequence,
                        "verdict",
                        verdict,
                        "status",
                        "FROZEN",
                        "item",
                        "office-move",
                        "clause",
                        map("id", "4.2", "title", "Office moves", "text", "Office moves are not included."),
                        "agreement",
                        map(
                                "agreementId",
                                agreement.toString(),
                                "version",
                                1L,
                                "documentHash",
                                documentHash(),
                                "contentHash",
                                "0".repeat(64)),
                        "approvalRequired",
                        approvalRequired,
                        "workType",
                        "ONSITE",
                        "estimateMinutes",
                        1080L,
                        "ruledAt",
                        "2026-06-11T18:00:01Z"));
    }

    /** A Saturday on site, 08:00 to 17:00, with travel. */
    Map<String, Object> saturday(String technician) {
        return entry(technician, "2026-06-13T12:00:00Z", "2026-06-13T21:00:00Z");
    }

    Map<String, Object> entry(String technician, String start, String end) {
        // The first technician's entry sorts first, as the order of allocation is by start, then id.
        UUID id = new UUID(
                tenant.getMostSignificantBits(),
                UUID.nameUUIDFromBytes((tenant + technician + start).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                        .getLeastSignificantBits()
                                >>> 8
                        | ((long) technician.charAt(0)) << 56);
        return map(
                "timeEntryId",
                id.toString(),
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

    void recorded(Map<String, Object> entry) {
        UUID id = UUID.fromString((String) entry.get("timeEntryId"));
        Map<String, Object> told = new LinkedHashMap<>(entry);
        told.put("revision", revisions.merge(id, 1L, Long::sum));
        publish("tickets", "TimeEntryRecorded", id, told);
    }

    void recorded(Map<String, Object> entry, Object... changes) {
        Map<String, Object> changed = new LinkedHashMap<>(entry);
        changed.putAll(map(changes));
        recorded(changed);
    }

    String initialQuote() {
        List<String> ids = BillingTest.as(tenant, "owner")
                .get(BillingTest.API + "/quotes?ticketId=" + ticket)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.kind == 'INITIAL' && it.status != 'WITHDRAWN' }.id");
        return ids.getFirst();
    }

    String sent(String cap) {
        String quote = initialQuote();
        String etag = BillingTest.as(tenant, "owner")
                .get(BillingTest.API + "/quotes/" + quote)
                .header("ETag");
        BillingTest.as(tenant, "service-desk")
                .header("If-Match", etag)
                .body("{\"cap\":{\"amount\":\"" + cap + "\",\"currency\":\"USD\"}}")
                .put(BillingTest.API + "/quotes/" + quote)
                .then()
                .statusCode(200);
        send(quote).then().statusCode(200);
        return quote;
    }

    Response send(String quote) {
        return BillingTest.once(BillingTest.as(tenant, "service-desk"))
                .post(BillingTest.API + "/quotes/" + quote + "/send");
    }

    String approved(String cap) {
        String quote = sent(cap);
        approve(quote).then().statusCode(200);
        return quote;
    }

    Response approve(String quote) {
        return BillingTest.once(BillingTest.partner(tenant))
                .body("{\"typedName\":\"Eleanor Whitfield\"}")
                .post(BillingTest.API + "/quotes/" + quote + "/approve");
    }

    void moreRoom(String cap) {
        String quote = BillingTest.once(BillingTest.as(tenant, "owner"))
                .body(CanonicalJson.text(map(
                        "workItemId",
                        workItem.toString(),
                        "summary",
                        "More",
                        "cap",
                        map("amount", cap, "currency", "USD"))))
                .post(BillingTest.API + "/quotes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        send(quote).then().statusCode(200);
        approve(quote).then().statusCode(200);
    }

    /** Each line as "kind amount/billed/over status reason", in the order of the list. */
    List<String> lines() {
        List<Map<String, Object>> items = BillingTest.as(tenant, "finance")
                .get(BillingTest.API + "/extras?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> item : items) {
            lines.add(item.get("kind") + " " + amount(item, "amount") + " billed " + amount(item, "billed") + " over "
                    + amount(item, "overCap") + " " + item.get("status")
                    + (item.get("heldReason") == null ? "" : " " + item.get("heldReason"))
                    + ("RATED".equals(item.get("origin")) ? "" : " " + item.get("origin")));
        }
        return lines;
    }

    private static Object amount(Map<String, Object> item, String member) {
        return item.get(member) instanceof Map<?, ?> money ? money.get("amount") : null;
    }

    void cutOff(String through) {
        BillingTest.once(BillingTest.as(tenant, "finance"))
                .body("{\"through\":\"" + through + "\"}")
                .post(BillingTest.API + "/cut-offs")
                .then()
                .statusCode(200);
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
        consumers.drain("billing." + service);
    }

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
