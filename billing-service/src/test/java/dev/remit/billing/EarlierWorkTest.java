package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An approval covers no work from before it, unless the approver was shown it. The work here is of June, the yes of today. */
@QuarkusTest
class EarlierWorkTest extends BillingTest {
    private static final List<String> UNSEEN = List.of(
            "LABOUR 2025.00 billed 0.00 over 0.00 HELD BEFORE_APPROVAL",
            "TRAVEL 75.00 billed 0.00 over 0.00 HELD BEFORE_APPROVAL");
    private static final List<String> COVERED =
            List.of("LABOUR 2025.00 billed 2025.00 over 0.00 OPEN", "TRAVEL 75.00 billed 75.00 over 0.00 OPEN");

    @Test
    void workFromBeforeAnApprovalIsHeldAndShownInAFurtherQuote() {
        LawFirm firm = firm().ruledExtra();
        firm.approveNow(firm.sent("4000.00")).then().statusCode(200);
        firm.recorded(firm.saturday("dana"));
        assertEquals(UNSEEN, firm.lines());
        String further = further(firm);
        as(firm.tenant, "service-desk")
                .get(API + "/quotes/" + further)
                .then()
                .body("status", equalTo("DRAFT"))
                .body("cap.amount", equalTo("2100.00"))
                .body("earlierWork", hasSize(1));
        firm.send(further).then().statusCode(200);
        partner(firm.tenant)
                .get(API + "/quotes/" + further)
                .then()
                .statusCode(200)
                .body("earlierWork.date", contains("2026-06-13"))
                .body("earlierWork.minutes", contains(540))
                .body("earlierWork.technician", contains("Technician dana"))
                .body("earlierWork.amount.amount", contains("2100.00"));
        firm.approveNow(further).then().statusCode(200);
        assertEquals(COVERED, firm.lines());
    }

    @Test
    void workThatTheApproverWasShownIsCovered() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"));
        String quote = firm.sent("4000.00");
        firm.recorded(firm.saturday("miguel"));
        firm.approveNow(quote).then().statusCode(200).body("earlierWork", hasSize(1));
        assertEquals(COVERED, firm.lines().subList(0, 2));
        assertEquals(UNSEEN, firm.lines().subList(2, 4));
    }

    @Test
    void workThatIsOtherwiseThanItWasShownIsNotCovered() {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"), "end", "2026-06-13T13:00:00Z");
        firm.approveNow(firm.sent("4000.00")).then().statusCode(200);
        firm.recorded(firm.saturday("dana"));
        assertEquals(UNSEEN, firm.lines());
    }

    @Test
    void workOfLongAgoTakesNoRoomFromTheWorkThatWasApproved() {
        LawFirm firm = firm().ruledExtra();
        firm.approveNow(firm.sent("300.00")).then().statusCode(200);
        firm.recorded(firm.entry("dana", "1999-01-01T14:00:00Z", "1999-01-01T19:00:00Z"), "travel", false);
        firm.recorded(firm.entry("miguel", "2098-06-02T14:00:00Z", "2098-06-02T16:00:00Z"), "travel", false);
        assertEquals("LABOUR 300.00 billed 300.00 over 0.00 OPEN", firm.lines().get(1));
    }

    @Test
    void workThatTheApproverWasShownAndDeclinedIsDeclinedAndNotQuotedAgain() {
        LawFirm firm = firm().ruledExtra();
        firm.approveNow(firm.sent("4000.00")).then().statusCode(200);
        firm.recorded(firm.saturday("dana"));
        String further = further(firm);
        firm.send(further).then().statusCode(200);
        firm.decline(further).then().statusCode(200);
        assertEquals(
                "LABOUR 2025.00 billed 0.00 over 0.00 HELD DECLINED",
                firm.lines().getFirst());
        firm.recorded(firm.entry("miguel", "2098-06-02T14:00:00Z", "2098-06-02T16:00:00Z"));
        as(firm.tenant, "owner")
                .get(API + "/quotes?ticketId=" + firm.ticket)
                .then()
                .body("items", hasSize(2))
                .body("items[0].earlierWork", nullValue());
    }

    @Test
    void aTicketThatWasCalledOffIsNotQuoted() {
        LawFirm firm = firm().ruledExtra();
        String draft = firm.initialQuote();
        firm.ticketIs("CANCELLED");
        as(firm.tenant, "owner").get(API + "/quotes/" + draft).then().body("status", equalTo("WITHDRAWN"));
        firm.send(draft).then().statusCode(409);
        firm.askForMore("100.00").then().statusCode(409);
        firm.ticketIs("IN_PROGRESS");
        firm.sent("100.00");
        firm.ticketIs("MERGED");
        as(firm.tenant, "owner")
                .get(API + "/quotes?ticketId=" + firm.ticket)
                .then()
                .body("items.status", contains("WITHDRAWN", "WITHDRAWN"));
    }

    @Test
    void hoursWithoutTimesAreBusinessHoursOfTheirDate() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        Map<String, Object> monday = firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z");
        firm.recorded(
                monday, "start", null, "end", null, "date", "2026-06-15", "workedSeconds", 7200L, "travel", false);
        assertEquals(List.of("LABOUR 300.00 billed 300.00 over 0.00 OPEN"), firm.lines());
        assertEquals("2026-06-15", firm.extras().getFirst().get("workDate"));
    }

    @Test
    void hoursWithoutTimesOnADayOffWaitForAPerson() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        for (String date : List.of("2026-06-13", "2026-06-19")) {
            firm.recorded(
                    firm.entry("dana", date + "T14:00:00Z", date + "T15:00:00Z"),
                    "start",
                    null,
                    "end",
                    null,
                    "date",
                    date,
                    "workedSeconds",
                    7200L,
                    "travel",
                    false);
        }
        String held = "LABOUR 300.00 billed 0.00 over 0.00 HELD TIMES_UNKNOWN";
        assertEquals(List.of(held, held), firm.lines());
    }

    private static String further(LawFirm firm) {
        List<String> ids = as(firm.tenant, "owner")
                .get(API + "/quotes?ticketId=" + firm.ticket)
                .path("items.findAll { it.kind == 'FURTHER' }.id");
        return ids.getFirst();
    }
}
