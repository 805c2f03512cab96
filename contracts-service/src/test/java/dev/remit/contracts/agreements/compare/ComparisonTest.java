package dev.remit.contracts.agreements.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.engines.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs is said by what it is about, not by its place. */
class ComparisonTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "", textBlock = """
                    {"clauses":[{"id":"1","title":"A","text":"x"}]} | {"clauses":[{"id":"0","text":"y"},{"id":"1","title":"A","text":"x"}]} | Clause 0 is new: id 0, text y.
                    {"clauses":[{"id":"1","title":"A","text":"x"}]} | {"clauses":[]} | Clause 1 (A) is gone; it was: id 1, title A, text x.
                    {"clauses":[{"id":"1","title":"A","text":"x"}]} | {"clauses":[{"id":"1","title":"A","text":"y"}]} | Clause 1 (A): text was x, is now y.
                    {"scopeRules":[{"catchAll":true,"treatment":"EXTRA"}]} | {"scopeRules":[{"catchAll":true,"treatment":"EXCLUDED"}]} | Rule for whatever no other rule names: treatment was EXTRA, is now EXCLUDED.
                    {"scopeRules":[{"item":"x","when":{"bands":["WEEKEND"]},"clause":"1"}]} | {"scopeRules":[{"item":"x","when":{"bands":["WEEKEND"]},"clause":"2"}]} | Rule for item x when bands WEEKEND: clause was 1, is now 2.
                    {"serviceLevels":[{"priority":"P1","noTarget":["PLAN"]}]} | {"serviceLevels":[{"priority":"P1","noTarget":[]}]} | Service level P1: no target was PLAN, is now none.
                    {"serviceLevels":[{"priority":"P4","noTarget":[]}]} | {"serviceLevels":[{"priority":"P4","noTarget":[],"resolution":{"businessDays":5,"by":"CLOSE"}}]} | Service level P4: resolution is new: business days 5, by CLOSE.
                    {"serviceLevels":[{"priority":"P4","resolution":{"businessDays":5,"by":"CLOSE"}}]} | {"serviceLevels":[{"priority":"P4","resolution":{"businessDays":5,"by":"16:00"}}]} | Service level P4: resolution by was CLOSE, is now 16:00.
                    {"rateCard":{"hourly":[{"workType":"REMOTE","role":"SENIOR","rate":"1.00"}]}} | {"rateCard":{"hourly":[{"workType":"REMOTE","role":"SENIOR","rate":"2.00"}]}} | Hourly rate of REMOTE SENIOR: rate was 1.00, is now 2.00.
                    {"calendars":{"office-hours":{"weekly":{"MONDAY":[["08:00","12:00"],["13:00","17:00"]]}}}} | {"calendars":{"office-hours":{"weekly":{"MONDAY":[["08:00","17:00"]]}}}} | Calendars office-hours weekly MONDAY was 08:00 to 12:00, 13:00 to 17:00, is now 08:00 to 17:00.
                    {"clauses":[{"id":"1","text":"Pay 5.00 an hour."}]} | {"clauses":[{"id":"1","text":"Pay 6.00 an hour."}]} | Clause 1: text was “Pay 5.00 an hour.”, is now “Pay 6.00 an hour.”.
                    {"examples":[{"title":"One"},{"title":"An hour","work":{"amount":"5.00"}}]} | {"examples":[{"title":"An hour","work":{"amount":"6.00"}},{"title":"One"}]} | Example “An hour”: work amount was 5.00, is now 6.00.
                    {} | {"effectiveTo":"2027-01-01"} | Effective to is new: 2027-01-01.
                    {"responseEvents":["ASSIGNED"]} | {"responseEvents":["ASSIGNED"]} |
                    """)
    void isSaidInASentence(String before, String after, String sentence) {
        assertEquals(
                sentence == null ? List.of() : List.of(sentence),
                Comparison.of(terms(before), terms(after)).stream()
                        .map(Difference::text)
                        .toList());
    }

    private static ObjectNode terms(String json) {
        return Json.parseObject(json.getBytes(StandardCharsets.UTF_8));
    }
}
