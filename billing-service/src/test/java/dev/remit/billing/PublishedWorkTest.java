package dev.remit.billing;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to lines that finance has, when the facts behind them change. */
@QuarkusTest
class PublishedWorkTest extends BillingTest {
    private static final String DANA = "LABOUR 2025.00 billed 2025.00 over 0.00 LOCKED";
    private static final String DANA_REVERSED = "LABOUR 2025.00 billed 2025.00 over 0.00 REVERSED";
    private static final String TRIP = "TRAVEL 75.00 billed 75.00 over 0.00 LOCKED";
    private static final String TRIP_REVERSED = "TRAVEL 75.00 billed 75.00 over 0.00 REVERSED";

    private LawFirm published(String cap) {
        LawFirm firm = firm().ruledExtra();
        firm.approved(cap);
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        return firm;
    }

    @Test
    void aCutOffLocksWhatIsBilledThroughItsDate() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("miguel"));
        firm.recorded(firm.entry("dana", "2026-07-01T14:00:00Z", "2026-07-01T15:00:00Z"));
        firm.cutOff("2026-06-30")
                .then()
                .statusCode(200)
                .body("lines", equalTo(3))
                .body("firstPosition", equalTo(1))
                .body("lastPosition", equalTo(3))
                .body("billed[0].amount", equalTo("4000.00"));
        assertEquals(
                List.of(
                        DANA,
                        TRIP,
                        "LABOUR 2025.00 billed 1900.00 over 125.00 LOCKED",
                        "TRAVEL 75.00 billed 0.00 over 75.00 HELD OVER_CAP",
                        "LABOUR 150.00 billed 0.00 over 150.00 HELD OVER_CAP",
                        "TRAVEL 75.00 billed 0.00 over 75.00 HELD OVER_CAP"),
                firm.lines());
    }

    @Test
    void furtherRoomReleasesWhatWasOverTheCapBeforePublishing() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("miguel"));
        firm.moreRoom("150.00");
        assertEquals(
                List.of(
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN",
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 25.00 over 50.00 OPEN"),
                firm.lines());
    }

    @Test
    void furtherRoomReleasesAfterPublishingInLinesOfTheirOwn() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("2000.00");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.moreRoom("60.00");
        assertEquals(
                List.of(
                        "LABOUR 2025.00 billed 2000.00 over 25.00 LOCKED",
                        "LABOUR 25.00 billed 25.00 over 0.00 OPEN FOLLOW_UP",
                        "TRAVEL 75.00 billed 35.00 over 40.00 OPEN"),
                firm.lines());
        assertEquals("25.00", ((Map<?, ?>) firm.extras().getFirst().get("overCapReleased")).get("amount"));
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(2));
        firm.moreRoom("100.00");
        assertEquals(
                List.of(
                        "LABOUR 2025.00 billed 2000.00 over 25.00 LOCKED",
                        "LABOUR 25.00 billed 25.00 over 0.00 LOCKED FOLLOW_UP",
                        "TRAVEL 75.00 billed 35.00 over 40.00 LOCKED",
                        "TRAVEL 40.00 billed 40.00 over 0.00 OPEN FOLLOW_UP"),
                firm.lines());
    }

    @Test
    void aCorrectedEntryIsReversedAndRatedAgain() {
        LawFirm firm = published("4000.00");
        Map<String, Object> dana = firm.saturday("dana");
        firm.recorded(dana, "end", "2026-06-13T20:00:00Z");
        List<String> corrected = List.of(
                DANA_REVERSED,
                "LABOUR -2025.00 billed -2025.00 over 0.00 OPEN REVERSAL",
                "LABOUR 1800.00 billed 1800.00 over 0.00 OPEN",
                TRIP_REVERSED,
                "TRAVEL -75.00 billed -75.00 over 0.00 OPEN REVERSAL",
                "TRAVEL 75.00 billed 75.00 over 0.00 OPEN");
        assertEquals(sorted(corrected), sorted(firm.lines()));
        firm.recorded(dana);
        assertEquals(List.of(DANA, TRIP), firm.lines());
        firm.recorded(dana, "end", "2026-06-13T20:00:00Z");
        firm.cutOff("2026-06-30")
                .then()
                .statusCode(200)
                .body("lines", equalTo(4))
                .body("firstPosition", equalTo(3))
                .body("billed[0].amount", equalTo("-225.00"));
    }

    @Test
    void aDeletedEntryIsReversedAndGivesItsRoomBack() {
        LawFirm firm = published("2100.00");
        firm.recorded(firm.saturday("miguel"));
        assertEquals(
                "LABOUR 2025.00 billed 0.00 over 2025.00 HELD OVER_CAP",
                firm.lines().get(2));
        firm.recorded(firm.saturday("dana"), "deleted", true);
        assertEquals(
                sorted(List.of(
                        DANA_REVERSED,
                        "LABOUR -2025.00 billed -2025.00 over 0.00 OPEN REVERSAL",
                        TRIP_REVERSED,
                        "TRAVEL -75.00 billed -75.00 over 0.00 OPEN REVERSAL",
                        "LABOUR 2025.00 billed 2025.00 over 0.00 OPEN",
                        "TRAVEL 75.00 billed 75.00 over 0.00 OPEN")),
                sorted(firm.lines()));
    }

    @Test
    void aReleasedLineIsReversedWhole() {
        LawFirm firm = published("2000.00");
        firm.moreRoom("500.00");
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.recorded(firm.saturday("dana"), "deleted", true);
        firm.cutOff("2026-06-30").then().statusCode(200).body("billed[0].amount", equalTo("-2100.00"));
    }

    @Test
    void aRulingThatIncludesTheWorkAfterAllTakesItsLinesBack() {
        LawFirm firm = published("4000.00");
        firm.ruled("INCLUDED");
        firm.cutOff("2026-06-30").then().statusCode(200).body("billed[0].amount", equalTo("-2100.00"));
    }

    @Test
    void aTripOutlivesTheEntryThatItWasChargedWith() {
        LawFirm firm = published("4000.00");
        Map<String, Object> evening = firm.entry("dana", "2026-06-13T21:00:00Z", "2026-06-13T22:00:00Z");
        firm.recorded(evening);
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(1));
        firm.recorded(firm.saturday("dana"), "deleted", true);
        firm.cutOff("2026-06-30")
                .then()
                .statusCode(200)
                .body("lines", equalTo(3))
                .body("billed[0].amount", equalTo("-2025.00"));
    }

    @Test
    void aTripOutlivesTheRulingThatItWasChargedUnder() {
        LawFirm firm = published("4000.00");
        UUID other = UUID.randomUUID();
        firm.ruled(other, "EXTRA", false);
        firm.recorded(
                firm.entry("dana", "2026-06-13T21:00:00Z", "2026-06-13T22:00:00Z"), "workItemId", other.toString());
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(1));
        firm.ruled("INCLUDED");
        firm.cutOff("2026-06-30")
                .then()
                .statusCode(200)
                .body("lines", equalTo(3))
                .body("billed[0].amount", equalTo("-2025.00"));
    }

    @Test
    void anotherTechniciansNameReversesNothing() {
        LawFirm firm = published("4000.00");
        firm.recorded(firm.saturday("dana"), "technician", LawFirm.map("id", "dana", "name", "Dana Ruiz-Ortega"));
        assertEquals(List.of(DANA, TRIP), firm.lines());
    }

    @Test
    void workThatTurnsOutToBeAnotherClientsIsTakenBack() {
        LawFirm firm = published("4000.00");
        LawFirm other = new LawFirm(firm.tenant, consumers);
        firm.recorded(firm.saturday("dana"), "clientId", other.client.toString());
        firm.cutOff("2026-06-30").then().statusCode(200).body("billed[0].amount", equalTo("-2100.00"));
    }

    @Test
    void whatBecomesKnownAfterTheCutOffIsLate() {
        LawFirm firm = published("4000.00");
        firm.recorded(firm.entry("miguel", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z"));
        firm.recorded(firm.entry("miguel", "2026-07-02T14:00:00Z", "2026-07-02T15:00:00Z"));
        assertEquals(
                List.of(false, false, true, true, false, false),
                firm.extras().stream().map(extra -> extra.get("late")).toList());
    }

    @Test
    void anEntrySentAgainThatSaysTheSameChangesNothing() {
        LawFirm firm = published("4000.00");
        Map<String, Object> dana = firm.saturday("dana");
        firm.recorded(dana, "workedSeconds", 9L * 3600);
        firm.recorded(dana, "workedSeconds", 10L * 3600);
        firm.recorded(dana, "end", "2026-06-13T21:00:00.750Z", "role", null);
        assertEquals(List.of(DANA, TRIP), firm.lines());
    }

    @Test
    void aCorrectionKnownAfterTheCutOffOfItsDateIsLate() {
        LawFirm firm = published("4000.00");
        firm.recorded(firm.saturday("dana"), "end", "2026-06-13T20:00:00Z");
        assertEquals(
                List.of("RATED false", "RATED false", "RATED true", "RATED true", "REVERSAL true", "REVERSAL true"),
                sorted(firm.extras().stream()
                        .map(extra -> extra.get("origin") + " " + extra.get("late"))
                        .toList()));
    }

    @Test
    void whatWasRoundedTogetherWithPublishedWorkIsRoundedWithoutIt() {
        LawFirm firm = firm();
        firm.clientKnown();
        Map<String, Object> card = SignedTerms.rateCard("150.00");
        card.put("grouping", "TICKET");
        firm.agreementActivated(1, "2026-01-01", card);
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T14:20:00Z"), "travel", false);
        firm.recorded(firm.entry("dana", "2026-07-01T14:00:00Z", "2026-07-01T14:20:00Z"), "travel", false);
        assertEquals("LABOUR 55.00 billed 55.00 over 0.00 OPEN", firm.lines().get(1));
        firm.cutOff("2026-06-30").then().statusCode(200);
        assertEquals(
                List.of("LABOUR 57.50 billed 57.50 over 0.00 LOCKED", "LABOUR 75.00 billed 75.00 over 0.00 OPEN"),
                firm.lines());
    }

    @Test
    void aTripOfNoKnownSiteIsChargedWithItsOwnEntry() {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        Map<String, Object> morning = firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T15:00:00Z");
        Map<String, Object> evening = firm.entry("dana", "2026-06-15T19:00:00Z", "2026-06-15T20:00:00Z");
        firm.recorded(morning, "siteCode", null);
        firm.cutOff("2026-06-30").then().statusCode(200).body("lines", equalTo(2));
        firm.recorded(evening, "siteCode", null);
        firm.recorded(morning, "siteCode", null, "technician", LawFirm.map("id", "dana", "name", "Dana R."));
        firm.cutOff("2026-06-30")
                .then()
                .statusCode(200)
                .body("lines", equalTo(2))
                .body("billed[0].amount", equalTo("225.00"));
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
