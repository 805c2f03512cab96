package dev.remit.billing;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.kit.feed.FeedConsumers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A client with the work that is done for it, as tickets-service tells of it. */
abstract class ServedClient extends SignedClient {

    ServedClient(UUID tenant, FeedConsumers consumers, String code, Map<Object, Long> revisions) {
        super(tenant, consumers, code, revisions);
    }

    void ruled(String verdict) {
        ruled(workItem, verdict, true);
    }

    void ruled(UUID item, String verdict, boolean approvalRequired, Object... changes) {
        publish("tickets", "WorkItemRuled", item, ruling(item, verdict, approvalRequired, changes));
    }

    /** Has tickets-service say that it would rule so by a version that nobody has signed. */
    void wouldBeRuled(Map<String, Object> ruling) {
        wouldBeRuled(ruling, 0);
    }

    /** @param told the position of the feed by which all is told that the ruling rests on */
    void wouldBeRuled(Map<String, Object> ruling, long told) {
        given().body(CanonicalJson.text(map("rulings", List.of(ruling), "volumes", List.of(), "told", told)))
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

    void ticketIs(String status) {
        publish("tickets", "TicketChanged", ticket, map("ticketId", ticket.toString(), "status", status));
    }
}
