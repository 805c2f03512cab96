package dev.remit.engines.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The office move's lines through their life: rated under a cap, published, released by a further approval, reversed. */
class RatedReplayTest {
    private static final String TERMS = """
            "calendar":{"zone":"America/New_York","weekly":{"MONDAY":[["08:30","17:30"]]}},
            "rateCard":{"currency":"USD","hourlyMinor":{"ONSITE":15000},"multipliers":{"WEEKEND":"1.5"},
              "roundingMinutes":15,"travelFeeMinor":7500},""";
    private static final String DANA = """
            {%s "entries":[{"id":"dana","workType":"ONSITE","start":"2026-06-13T12:00:00Z","end":"2026-06-13T21:00:00Z","travel":true}]}
            """.formatted(TERMS);
    private static final String MIGUEL = DANA.replace("dana", "miguel");

    private static final String FIRST = """
            {"kind":"RATED","engine":"1","cases":[%s,%s],
             "caps":[{"workItemId":"w","currency":"USD","cap":"4000.00","billedBefore":"0.00"}],
             "lines":[%s,%s,%s,%s]}
            """.formatted(
                    DANA,
                    MIGUEL,
                    labour("x1", "dana", "2025.00", "0.00", 0),
                    travel("x2", "dana", "75.00", "0.00", ",\"case\":0"),
                    labour("x3", "miguel", "1900.00", "125.00", 1),
                    travel("x4", "miguel", "0.00", "75.00", ",\"case\":1,\"heldReason\":\"OVER_CAP\""));
    private static final String PUBLISHED =
            "{\"kind\":\"PUBLISHED\",\"engine\":\"1\",\"lines\":[{\"extraId\":\"x1\"},{\"extraId\":\"x2\"},{\"extraId\":\"x3\"}]}";
    /** A further 150.00 is approved: 125.00 of Miguel's labour is released, and 25.00 of his trip fits. */
    private static final String RELEASED = """
            {"kind":"RATED","engine":"1",
             "caps":[{"workItemId":"w","currency":"USD","cap":"4150.00","billedBefore":"4000.00"}],
             "lines":[{"extraId":"x5","timeEntryId":"miguel","workItemId":"w","origin":"FOLLOW_UP","refersTo":"x3",
                "start":"2026-06-13T12:00:00Z","number":0,
                "kind":"LABOUR","band":"WEEKEND","minutes":0,"currency":"USD","amount":"125.00","billed":"125.00",
                "overCap":"0.00","arithmetic":"released from over the cap of: 540 min × 150.00/h × 1.5"},%s]}
            """.formatted(travel("x4", "miguel", "25.00", "50.00", ""));
    /** Dana's hours turn out otherwise: her published labour is turned round, and gives its room to Miguel's trip. */
    private static final String REVERSED = """
            {"kind":"RATED","engine":"1",
             "caps":[{"workItemId":"w","currency":"USD","cap":"4150.00","billedBefore":"4125.00"}],
             "lines":[{"extraId":"x6","timeEntryId":"dana","workItemId":"w","origin":"REVERSAL","refersTo":"x1",
                "start":"2026-06-13T12:00:00Z","number":0,
                "kind":"LABOUR","band":"WEEKEND","minutes":-540,"currency":"USD","amount":"-2025.00",
                "billed":"-2025.00","overCap":"0.00","arithmetic":"reversal of 540 min × 150.00/h × 1.5"},%s]}
            """.formatted(travel("x4", "miguel", "75.00", "0.00", ""));

    private static String labour(String id, String entry, String billed, String overCap, int work) {
        return """
            {"extraId":"%s","timeEntryId":"%s","workItemId":"w","origin":"RATED","kind":"LABOUR","band":"WEEKEND",
             "start":"2026-06-13T12:00:00Z","number":0,
             "minutes":540,"currency":"USD","amount":"2025.00","billed":"%s","overCap":"%s",
             "arithmetic":"540 min × 150.00/h × 1.5","case":%d}""".formatted(id, entry, billed, overCap, work);
    }

    private static String travel(String id, String entry, String billed, String overCap, String held) {
        return """
            {"extraId":"%s","timeEntryId":"%s","workItemId":"w","origin":"RATED","kind":"TRAVEL","minutes":0,
             "start":"2026-06-13T12:00:00Z","number":100,
             "currency":"USD","amount":"75.00","billed":"%s","overCap":"%s","arithmetic":"travel fee 75.00"%s}""".formatted(id, entry, billed, overCap, held);
    }

    private static List<Finding> replay(String... payloads) {
        return Replay.of(
                Stream.of(payloads)
                        .map(json -> json.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                hash -> null);
    }

    private static String disagreeing(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.agrees())
                .map(finding -> finding.stated() + " is not " + finding.computed())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void linesAreComputedAgainFromWorkTermsAndCap() {
        List<Finding> findings = replay(FIRST, PUBLISHED, RELEASED, PUBLISHED.replace("x1", "x5"), REVERSED);
        assertEquals("", disagreeing(findings));
        assertEquals(11, findings.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        another amount              | "amount":"2025.00","billed":"1900.00" | "amount":"2026.00","billed":"1900.00"
        more billed than the cap    | "billed":"1900.00","overCap":"125.00" | "billed":"2025.00","overCap":"0.00"
        another entry's case        | × 1.5","case":1}                       | × 1.5","case":0}
        a case that is no case      | "roundingMinutes":15                   | "roundingMinutes":0
        another cap                 | "cap":"4000.00"                       | "cap":"4001.00"
        billed before               | "billedBefore":"0.00"                 | "billedBefore":"0.01"
        other hours                 | "end":"2026-06-13T21:00:00Z"          | "end":"2026-06-13T20:45:00Z"
        another rate                | "ONSITE":15000                        | "ONSITE":15001
        another band's multiplier   | "WEEKEND":"1.5"                       | "WEEKEND":"1.6"
        other arithmetic            | 540 min × 150.00/h × 1.5              | 540 min × 150.00/h
        """)
    void aLineThatDoesNotFollowIsFound(String what, String was, String is) {
        String tampered = FIRST.replace(was, is);
        assertFalse(tampered.equals(FIRST), what);
        assertFalse(disagreeing(replay(tampered)).isEmpty(), what);
    }

    @Test
    void aLineOfNoKnownWorkIsFound() {
        List<Finding> findings = replay(RELEASED);
        assertTrue(findings.stream().noneMatch(Finding::agrees));
        assertEquals(
                List.of("lines[0] was never rated in this chain: x3", "lines[1] was never rated in this chain: x4"),
                findings.stream().skip(1).map(Finding::computed).toList());
    }

    @Test
    void whatAFollowUpReleasedIsNotReleasedTwice() {
        String twice =
                RELEASED.replace("x5", "x7").replace("4150.00", "4300.00").replace("4000.00", "4125.00");
        List<Finding> findings = replay(FIRST, PUBLISHED, RELEASED, PUBLISHED.replace("x1", "x5"), twice);
        Finding again = findings.stream()
                .filter(finding -> finding.subject().equals("line x7"))
                .findFirst()
                .orElseThrow();
        assertFalse(again.agrees());
        assertTrue(again.computed().contains("\"amount\":\"0.00\""), again::computed);
    }

    @Test
    void heldLinesKeepTheirValueAndBillNothing() {
        String held = FIRST.replace(
                        "\"billed\":\"1900.00\",\"overCap\":\"125.00\"", "\"billed\":\"0.00\",\"overCap\":\"0.00\"")
                .replace("\"extraId\":\"x3\"", "\"extraId\":\"x3\",\"heldReason\":\"AWAITING_APPROVAL\"");
        List<Finding> findings = replay(held);
        assertTrue(findings.get(3).agrees(), findings.get(3)::computed);
        assertFalse(findings.get(4).agrees(), "the trip fits below the cap now");
    }

    /** Room for Miguel's trip, and the link tells of Miguel's labour alone. */
    @Test
    void aLineThatALinkLeavesOutAndThatShouldHaveMovedIsFound() {
        String silent = RELEASED.replace("," + travel("x4", "miguel", "25.00", "50.00", ""), "");
        assertFalse(silent.equals(RELEASED));
        List<Finding> findings = replay(FIRST, PUBLISHED, silent);
        assertEquals(
                List.of("line x4"),
                findings.stream()
                        .filter(finding -> !finding.agrees())
                        .map(Finding::subject)
                        .toList());
    }

    @Test
    void aDroppedLineGivesItsRoomBack() {
        String dropped = """
            {"kind":"RATED","engine":"1","dropped":["x1","x2"],
             "caps":[{"workItemId":"w","currency":"USD","cap":"4000.00","billedBefore":"0.00"}],"lines":[%s,%s]}
            """.formatted(
                        labour("x3", "miguel", "2025.00", "0.00", 0).replace(",\"case\":0", ""),
                        travel("x4", "miguel", "75.00", "0.00", ""));
        assertEquals("", disagreeing(replay(FIRST, dropped)));
    }

    @Test
    void workThatIsRoundedTogetherIsComputedAgainAsWell() {
        String grouped = FIRST.replace("\"cases\":", "\"groups\":").replace("\"case\":", "\"group\":");
        List<Finding> findings = replay(grouped);
        assertEquals("", disagreeing(findings));
        assertEquals(5, findings.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void aCaseThatIsNotThereIsFound(int place) {
        List<Finding> findings = replay(FIRST.replace("1.5\",\"case\":1", "1.5\",\"case\":" + place));
        assertEquals("lines[2].case does not come to this line", findings.get(3).computed());
    }

    /** Miguel's labour turns out to have no price, and so all of his trip fits below the cap. */
    @Test
    void aLineThatHasLostItsValueUsesNoCapUp() {
        String lost = """
            {"kind":"RATED","engine":"1",
             "caps":[{"workItemId":"w","currency":"USD","cap":"4000.00","billedBefore":"0.00"}],
             "lines":[{"extraId":"x3","timeEntryId":"miguel","workItemId":"w","heldReason":"NO_RATE"},%s]}
            """.formatted(travel("x4", "miguel", "75.00", "0.00", ""));
        List<Finding> findings = replay(FIRST, lost);
        assertEquals("line x4", findings.getLast().subject());
        assertTrue(findings.getLast().agrees(), findings.getLast()::computed);
    }

    /** What one client has approved is no room for the work of another. */
    @Test
    void eachClientHasCapsAndLinesOfItsOwn() {
        String elsewhere = FIRST.replace("\"kind\":\"RATED\",", "\"kind\":\"RATED\",\"clientId\":\"c2\",")
                .replaceFirst("\"caps\":\\[.*?],", "")
                .replaceAll("\"extraId\":\"x", "\"extraId\":\"y")
                .replace("\"billed\":\"1900.00\",\"overCap\":\"125.00\"", "\"billed\":\"2025.00\",\"overCap\":\"0.00\"")
                .replace("\"billed\":\"0.00\",\"overCap\":\"75.00\"", "\"billed\":\"75.00\",\"overCap\":\"0.00\"")
                .replace(",\"heldReason\":\"OVER_CAP\"", "");
        assertEquals("", disagreeing(replay(FIRST, elsewhere, PUBLISHED)));
    }

    @Test
    void aCapThatStandsTwiceIsRefused() {
        String cap = "{\"workItemId\":\"w\",\"currency\":\"USD\",\"cap\":\"4000.00\",\"billedBefore\":\"0.00\"}";
        assertTrue(FIRST.contains(cap));
        InvalidInput refused = assertThrows(InvalidInput.class, () -> replay(FIRST.replace(cap, cap + "," + cap)));
        assertEquals("caps[1]", refused.path());
    }

    @Test
    void aLinkWithoutAKindIsRefused() {
        InvalidInput refused = assertThrows(InvalidInput.class, () -> replay("{\"engine\":\"1\"}"));
        assertEquals("kind", refused.path());
    }
}
