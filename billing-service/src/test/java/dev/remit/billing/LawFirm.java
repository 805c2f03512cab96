package dev.remit.billing;

import static dev.remit.billing.BillingTest.API;
import static dev.remit.billing.BillingTest.as;
import static dev.remit.billing.BillingTest.once;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.feed.FeedConsumers;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whitfield & Crane LLP of Broad Street and its office move: the quotes it is sent, and the lines that come of the work. */
final class LawFirm extends ServedClient {

    LawFirm(UUID tenant, FeedConsumers consumers) {
        this(tenant, consumers, CODE, new HashMap<>());
    }

    private LawFirm(UUID tenant, FeedConsumers consumers, String code, Map<Object, Long> revisions) {
        super(tenant, consumers, code, revisions);
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
            Tables.execute(
                    "UPDATE quote SET decided_at = '2026-01-01 00:00:00' WHERE id = UUID_TO_BIN('" + quote + "')");
        }
        return approved;
    }

    Response approveNow(String quote) {
        return once(BillingTest.approver(tenant, code, "partner"))
                .body("{\"typedName\":\"Eleanor Whitfield\"}")
                .post(API + "/quotes/" + quote + "/approve");
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
}
