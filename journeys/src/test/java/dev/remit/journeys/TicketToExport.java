package dev.remit.journeys;

import static dev.remit.journeys.Checks.lines;
import static dev.remit.journeys.Checks.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.proof.Hash;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A law firm in New York asks on Thursday, 11 June 2026 for its office to be moved. Two technicians do it on Saturday. On
 * Monday the finance system has three lines, and the numbers are right to the cent and the second.
 */
class TicketToExport {

    private static RemitApi api;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
    }

    @Test
    void theOfficeMoveGoesTheWholeWay() {
        OfficeMove story = new OfficeMove(api, OfficeMove.TICKET, OfficeMove.THURSDAY);

        isRuledUnderTheSignedClause(story.ticketArrives());
        says("2026-06-12T13:00:00Z", story.clock("RESPONSE"), "/due");
        says("2026-06-18T13:00:00Z", story.clock("RESOLUTION"), "/due");

        isQuotedFromTheCard(story.quoteIsDrafted());
        says("SENT", story.quoteIsSent(), "/status");
        says("PAUSED", story.clock("RESOLUTION"), "/state");

        story.deskAnswers();
        says("MET", story.clock("RESPONSE"), "/state");
        says("2026-06-11T19:30:00Z", story.clock("RESPONSE"), "/endedAt");
        says("90", story.clock("RESPONSE"), "/consumedMinutes");

        says("APPROVED", story.partnerApproves(), "/status");
        says("2026-06-18T17:00:00Z", story.clock("RESOLUTION"), "/due");

        story.saturdayIsWorked();
        lines(
                List.of(
                        "dana LABOUR 540 2025.00 2025.00 0.00 OPEN",
                        "dana TRAVEL 0 75.00 75.00 0.00 OPEN",
                        "miguel LABOUR 540 2025.00 1900.00 125.00 OPEN",
                        "miguel TRAVEL 0 75.00 0.00 75.00 HELD"),
                story.extras());
        says("MET", story.clock("RESOLUTION"), "/state");
        says("510", story.clock("RESOLUTION"), "/consumedMinutes");
        everySecondHasOneOwner(story.clocks());

        says("3", story.bookkeeperCutsOff(), "/lines");
        financePulls();
        financeExportsAndAcknowledges();
    }

    private static void isRuledUnderTheSignedClause(JsonNode ticket) {
        says("EXTRA", ticket, "/workItems/0/ruling/verdict");
        says("4.2", ticket, "/workItems/0/ruling/clause/id");
        says("office-move", ticket, "/workItems/0/ruling/item");
        JsonNode agreement = ticket.at("/workItems/0/ruling/agreement");
        says("Eleanor Whitfield", agreement, "/signatories/1/name");
        String document = api.as("partner")
                .text("/api/contracts/v1/agreements/"
                        + agreement.path("agreementId").asText() + "/versions/1/document");
        assertEquals(agreement.path("documentHash").asText(), Hash.sha256(document), "the hash of the signed bytes");
    }

    private static void isQuotedFromTheCard(JsonNode quote) {
        says("DRAFT", quote, "/status");
        says("1080", quote, "/estimateMinutes");
        says("2700.00", quote, "/estimate/amount");
        says("Eleanor Whitfield", quote, "/approver/name");
    }

    private static void everySecondHasOneOwner(JsonNode clocks) {
        JsonNode owners = clocks.path("secondsByOwner");
        says("900", owners, "/ended");
        says("138600", owners, "/closed");
        says("0", owners, "/client");
        says("0", owners, "/vendor");
        says("14400", owners, "/approval");
        says("30600", owners, "/msp");
        says("184500", owners, "/total");
    }

    private static void financePulls() {
        JsonNode feed = api.as("finance-pull").get("/api/billing/v1/finance-feed?after=0");
        assertEquals(List.of(1L, 2L, 3L), positions(feed));
        says("1900.00", feed, "/items/2/extra/billed/amount");
        says("4.2", feed, "/items/2/extra/ruling/clause/id");
        says("Eleanor Whitfield", feed, "/items/2/extra/approval/by");
        says("540 min × 150.00/h × 1.5", feed, "/items/0/extra/arithmetic");
        assertEquals(List.of(), positions(api.as("finance-pull").get("/api/billing/v1/finance-feed?after=3")));
    }

    private static void financeExportsAndAcknowledges() {
        JsonNode batch = api.as("finance").post("/api/billing/v1/export-batches", Map.of());
        says("4000.00", batch, "/totals/0/amount");
        String path = "/api/billing/v1/export-batches/" + batch.path("number").asText();
        String csv = api.as("finance-pull").text(path + "/lines.csv");
        assertEquals(batch.path("csvHash").asText(), Hash.sha256(csv), "the hash of the file");
        assertEquals(csv, api.as("finance-pull").text(path + "/lines.csv"), "the file, downloaded again");
        assertEquals(4, csv.lines().count(), "a header and three lines");
        assertTrue(csv.contains("Whitfield & Crane LLP,cw/70123,2026-06-13"), csv);
        Map<String, Object> receipt =
                Map.of("reference", "INV-1001", "total", Map.of("amount", "4000.00", "currency", "USD"));
        says("INV-1001", api.as("finance-pull").post(path + "/acknowledgement", receipt), "/acknowledgement/reference");
        says(
                "ACKNOWLEDGED",
                api.as("finance-pull").get("/api/billing/v1/finance-feed?after=0"),
                "/items/0/extra/status");
    }

    private static List<Long> positions(JsonNode feed) {
        return StreamSupport.stream(feed.path("items").spliterator(), false)
                .map(item -> item.path("position").asLong())
                .toList();
    }
}
