package dev.remit.notifications.mail;

import static dev.remit.notifications.NotificationsTest.API;

import dev.remit.kit.feed.FeedConsumers;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.notifications.Msp;
import dev.remit.notifications.NotificationsTest;
import dev.remit.notifications.testing.Mailbox;
import dev.remit.stack.Mail;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An MSP whose clock is moved by hand, with an owner, a service desk, and a client with an approver and their deputy. */
final class MailedMsp {
    static final String TITLE = "Move <our> office & more";

    final Msp msp;

    MailedMsp(FeedConsumers consumers, String now) {
        msp = new Msp(consumers);
        KnownTenants known = Arc.container().instance(KnownTenants.class).get();
        QuarkusTransaction.requiringNew()
                .run(() -> known.learn(
                        msp.tenant,
                        new TenantFacts(msp.tenant, "Acme IT (North)", TenantKind.SANDBOX, TenantStatus.ACTIVE)));
        clock(now);
        msp.personChanged("owner", "OWNER").personChanged("service-desk", "SERVICE_DESK");
        msp.clientChanged(1, List.of(approver("partner", null), approver("deputy", "partner")));
        msp.ticketReceived();
    }

    void clock(String now) {
        owner().body(Map.of("now", now)).post(API + "/sandbox/clock").then().statusCode(200);
    }

    RequestSpecification owner() {
        return NotificationsTest.as(msp.tenant, "owner");
    }

    /** An address that no other test has. */
    String address(String who) {
        return (who.equals("desk") ? "service-desk" : who) + "@" + msp.tenant + ".example";
    }

    List<Mail> mails(String who) {
        return Mailbox.of(address(who));
    }

    List<String> subjects(String who) {
        return mails(who).stream().map(Mail::subject).toList();
    }

    /** The log, oldest first. */
    List<Map<String, Object>> log() {
        List<Map<String, Object>> items = owner().get(API + "/mails?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.reversed();
    }

    /** Of the mails of a kind, whom they are for, in which state, and why. */
    List<String> log(String kind) {
        return log().stream()
                .filter(mail -> mail.get("kind").equals(kind))
                .map(mail -> String.valueOf(mail.get("recipientEmail"))
                                .replaceAll("@.*", "")
                                .replace("service-desk", "desk")
                        + " " + mail.get("state") + (mail.get("reason") == null ? "" : ": " + mail.get("reason")))
                .toList();
    }

    Map<String, Object> approver(String login, String deputyOf) {
        Map<String, Object> approver = new LinkedHashMap<>();
        approver.put("username", login);
        approver.put("name", "Eleanor Whitfield");
        approver.put("email", address(login));
        approver.put("active", true);
        if (deputyOf != null) {
            approver.put("deputyOf", deputyOf);
        }
        return approver;
    }

    MailedMsp ruled(String title) {
        Map<String, Object> ruled = ofQuote();
        ruled.put("rulingId", "0198c0de-0000-7000-8000-00000000beef");
        ruled.put("sequence", 1);
        if (title != null) {
            ruled.put("title", title);
        }
        ruled.put("verdict", "EXTRA");
        ruled.put("status", "PROVISIONAL");
        ruled.put("approvalRequired", true);
        ruled.put("ruledAt", "2026-06-11T18:00:00Z");
        msp.told("tickets", "WorkItemRuled", msp.workItem, ruled);
        return this;
    }

    MailedMsp quoteSent(String at, String expires) {
        Map<String, Object> sent = ofQuote();
        sent.put("sentAt", at);
        sent.put("expiresAt", expires);
        sent.put("approver", Map.of("name", "Eleanor Whitfield", "email", address("partner"), "login", "partner"));
        sent.put("price", Map.of("estimate", usd("3480.00"), "cap", usd("4200.00"), "capWithTax", usd("4572.75")));
        msp.told("billing", "QuoteSent", msp.quote, sent);
        return this;
    }

    private static Map<String, Object> usd(String amount) {
        return Map.of("amount", amount, "currency", "USD");
    }

    MailedMsp quoteDecided(String decision, String at) {
        Map<String, Object> decided = ofQuote();
        decided.put("decision", decision);
        decided.put("decidedAt", at);
        decided.put("by", "Eleanor Whitfield");
        msp.told("billing", "QuoteDecided", msp.quote, decided);
        return this;
    }

    MailedMsp clockTold(String type, Map<String, ?> more) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("ticketId", msp.ticket.toString());
        told.put("clientId", msp.client.toString());
        told.put("clock", "RESPONSE");
        told.put("cycle", "1");
        told.putAll(more);
        msp.told("tickets", type, msp.ticket, told);
        return this;
    }

    MailedMsp ticketIs(String priority) {
        msp.told(
                "tickets",
                "TicketChanged",
                msp.ticket,
                Map.of("ticketId", msp.ticket.toString(), "status", "OPEN", "priority", priority));
        return this;
    }

    MailedMsp capNear(int threshold, String technician) {
        Map<String, Object> near = ofQuote();
        near.put("cap", Map.of("amount", "3600.00", "currency", "USD"));
        near.put("used", Map.of("amount", "2925.00", "currency", "USD"));
        near.put("threshold", threshold);
        near.put("percent", threshold + 1);
        near.put("technician", Map.of("id", technician, "name", "Ana Ruiz"));
        msp.told("billing", "CapNear", msp.workItem, near);
        return this;
    }

    MailedMsp agreementTold(String type, UUID agreement) {
        msp.told(
                "contracts",
                type,
                agreement,
                Map.of(
                        "agreementId",
                        agreement.toString(),
                        "clientId",
                        msp.client.toString(),
                        "version",
                        2,
                        "contentHash",
                        "7b115502b6a60be64f7eb2de3044009f3957d55396e1f26be8bc286fff1a459c",
                        "signers",
                        List.of(Map.of("name", "Eleanor Whitfield")),
                        "effectiveFrom",
                        "2026-07-01"));
        return this;
    }

    MailedMsp reviewTold(String type, UUID review, String state) {
        msp.told(
                "tickets",
                type,
                review,
                Map.of(
                        "reviewId", review.toString(),
                        "cause", "UNKNOWN_NAME",
                        "state", state,
                        "connection", "cw",
                        "externalId", "T-1",
                        "raisedAt", "2026-06-11T12:00:00Z"));
        return this;
    }

    private Map<String, Object> ofQuote() {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("quoteId", msp.quote.toString());
        payload.put("ticketId", msp.ticket.toString());
        payload.put("workItemId", msp.workItem.toString());
        payload.put("clientId", msp.client.toString());
        return payload;
    }
}
