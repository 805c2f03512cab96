package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a month's work two hours are included. */
@QuarkusTest
class VolumesOfWorkTest extends BillingTest {
    private static final Map<String, Object> TWO_HOURS = Map.of(
            "count",
            2,
            "unit",
            "HOUR",
            "period",
            "MONTH",
            "of",
            "ITEM",
            "counted",
            Map.of("code", "office-move", "since", "2026-01-01"));

    private LawFirm known() {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(
                firm.workItem,
                "EXTRA",
                false,
                "cases",
                List.of(LawFirm.ofClause("EXTRA", "NOT_REQUIRED", "includedVolume", TWO_HOURS)));
        return firm;
    }

    @Test
    void whatIsBeyondTheHoursIsBilledAndAnEntryIsDividedWhereTheyAreUsedUp() {
        LawFirm firm = known();
        firm.recorded(firm.entry("dana", "2026-06-11T14:00:00Z", "2026-06-11T15:30:00Z"), "travel", false);
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 75.00 billed 75.00 over 0.00 OPEN"), firm.lines());
        as(firm.tenant, "finance")
                .get(API + "/extras?status=INCLUDED")
                .then()
                .body("items.minutes", contains(90, 30))
                .body("items.heldReason", contains("INCLUDED", "INCLUDED"));
    }

    @Test
    void earlierWorkMovesTheDivisionUntilItsLineIsPublished() {
        LawFirm firm = known();
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T17:00:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 150.00 billed 150.00 over 0.00 OPEN"), firm.lines());
        firm.recorded(firm.entry("dana", "2026-06-11T14:00:00Z", "2026-06-11T15:00:00Z"), "travel", false);
        assertEquals(List.of("LABOUR 300.00 billed 300.00 over 0.00 OPEN"), firm.lines());
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.recorded(firm.entry("miguel", "2026-06-10T14:00:00Z", "2026-06-10T15:00:00Z"), "travel", false);
        assertEquals(
                List.of("LABOUR 150.00 billed 150.00 over 0.00 OPEN", "LABOUR 300.00 billed 300.00 over 0.00 LOCKED"),
                firm.lines());
    }

    @Test
    void howMuchIsTakenIsToldWhenItChanges() {
        LawFirm firm = known();
        Map<String, Object> entry = firm.entry("dana", "2026-06-11T14:00:00Z", "2026-06-11T15:30:00Z");
        firm.recorded(entry, "travel", false);
        firm.recorded(firm.entry("dana", "2026-06-12T14:00:00Z", "2026-06-12T15:00:00Z"), "travel", false);
        firm.recorded(entry, "travel", false, "deleted", true);
        List<Map<String, Object>> told = events(firm).stream()
                .filter(event -> event.get("type").equals("IncludedVolumeUsed"))
                .map(event -> (Map<String, Object>) event.get("payload"))
                .toList();
        assertEquals(
                List.of(5400, 9000, 3600),
                told.stream().map(payload -> payload.get("used")).toList());
        assertEquals(
                Map.of("unit", "HOUR", "item", "office-move", "period", "MONTH", "from", "2026-06-01"),
                told.getFirst().get("volume"));
        assertEquals(firm.client.toString(), told.getFirst().get("clientId"));
    }
}
