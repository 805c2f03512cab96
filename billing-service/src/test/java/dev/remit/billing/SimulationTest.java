package dev.remit.billing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SimulationTest extends BillingTest {
    private static final UUID TENANT = TestTenants.fresh();
    private static final String SATURDAY = """
            {"calendar":{"zone":"America/Chicago","weekly":{"MONDAY":[["08:00","18:00"]]},"holidays":[],"weekendDays":["SATURDAY","SUNDAY"]},
             "rateCard":{"currency":"USD","hourlyMinor":{"ONSITE":15000},"overageHourlyMinor":{},
               "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
               "minimumMinutes":0,"roundingMinutes":15,"roundingMode":"UP","travelFeeMinor":7500,"taxRatePercent":"8.25","blockBurn":"PLAIN"},
             "entries":[{"id":"t1","workType":"ONSITE","start":"2026-06-20T13:00:00Z","end":"2026-06-20T22:00:00Z","travel":true}],
             "blocks":[],"capMinor":null,"alreadyBilledMinor":0}""";

    private static Response simulate(String... cases) {
        return send("{\"cases\":[" + String.join(",", cases) + "]}");
    }

    private static Response send(String body) {
        return as(TENANT, "integrator").body(body).post(API + "/ratings/simulations");
    }

    @Test
    void aSaturdayComesToTheCent() {
        simulate(SATURDAY)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .rootPath("cases[0]")
                .body("subtotalMinor", equalTo(210000))
                .body("billedMinor", equalTo(210000))
                .body("taxMinor", equalTo(17325))
                .body("totalMinor", equalTo(227325))
                .body("entries[0].bands.WEEKEND", equalTo(540))
                .body("lines.kind", contains("LABOUR", "TRAVEL"))
                .body("lines[0].amountMinor", equalTo(202500));
    }

    @Test
    void twentyFiveMinutesAt137AreRoundedOnce() {
        simulate(SATURDAY.replace("15000", "13700")
                        .replace("\"roundingMinutes\":15", "\"roundingMinutes\":1")
                        .replace("2026-06-20T13:00:00Z", "2026-06-22T14:00:00Z")
                        .replace("2026-06-20T22:00:00Z", "2026-06-22T14:25:00Z")
                        .replace("\"travel\":true", "\"travel\":false"))
                .then()
                .statusCode(200)
                .rootPath("cases[0]")
                .body("entries[0].bands.BUSINESS", equalTo(25))
                .body("lines.amountMinor", contains(5708));
    }

    /** Ten prepaid hours cover the nine; a trip never comes from a block. Every member of the answer is here. */
    @Test
    void aBlockCoversTheSaturdayAndNotTheTrip() {
        simulate(SATURDAY.replace(
                        "\"blocks\":[]",
                        "\"blocks\":[{\"id\":\"b1\",\"purchasedOn\":\"2026-01-01\",\"remainingMinutes\":600}]"))
                .then()
                .statusCode(200)
                .body(equalTo("""
                    {"cases":[{"billedMinor":7500,"blocks":[{"id":"b1","remainingMinutes":60,"usedMinutes":540}],\
                    "entries":[{"actualSeconds":32400,"bands":{"WEEKEND":540},"billableMinutes":540,"id":"t1","roundedMinutes":540}],\
                    "lines":[{"amountMinor":0,"band":"WEEKEND","billedMinor":0,"blockMinutes":540,"chargedMinutes":0,\
                    "entry":"t1","kind":"LABOUR","minutes":540},\
                    {"amountMinor":7500,"band":null,"billedMinor":7500,"blockMinutes":0,"chargedMinutes":0,\
                    "entry":"t1","kind":"TRAVEL","minutes":0}],\
                    "overCapMinor":0,"subtotalMinor":7500,"taxMinor":619,"totalMinor":8119}]}"""));
    }

    @Test
    void severalCasesAreAnsweredInTheirOrder() {
        simulate(SATURDAY, SATURDAY.replace("\"capMinor\":null", "\"capMinor\":100000"))
                .then()
                .statusCode(200)
                .body("cases", hasSize(2))
                .body("cases[0].totalMinor", equalTo(227325))
                .body("cases[1].billedMinor", equalTo(100000))
                .body("cases[1].overCapMinor", equalTo(110000));
        simulate(Collections.nCopies(1001, SATURDAY).toArray(String[]::new))
                .then()
                .statusCode(400)
                .body("errors.field", contains("cases"));
        simulate(Collections.nCopies(1000, SATURDAY).toArray(String[]::new))
                .then()
                .statusCode(200)
                .body("cases", hasSize(1000));
        simulate().then().statusCode(400).body("errors.field", contains("cases"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"end\":\"2026-06-20T22:00:00Z\" | \"end\":\"2026-06-20T12:00:00Z\" | entries[0].end",
                "\"currency\":\"USD\"             | \"currency\":\"DOLLARS\"         | rateCard.currency",
                "America/Chicago                  | America/Gotham                   | calendar.zone",
                "\"capMinor\":null                | \"cap\":null                     | cap",
                "\"hourlyMinor\":{\"ONSITE\":15000} | \"hourlyMinor\":{}             | entries[0].workType"
            })
    void aBadCaseNamesItsField(String good, String bad, String field) {
        String broken = SATURDAY.replace(good, bad);
        simulate(SATURDAY, broken).then().statusCode(400).body("errors.field", contains("cases[1]." + field));
    }

    @Test
    void whatNamesAWorkTypeOrTermsIsAName() {
        for (String name : List.of("n".repeat(201), "\\u0000", "a\\u0007b")) {
            simulate(SATURDAY.replace("\"hourlyMinor\":{", "\"hourlyMinor\":{\"" + name + "\":1,"))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("cases[0].rateCard.hourlyMinor"));
            simulate(SATURDAY.replace("\"blocks\":[]", "\"blocks\":[],\"otherTerms\":{\"" + name + "\":{}}"))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("cases[0].otherTerms"));
        }
    }

    @Test
    void whatIsNoJsonIsRefused() {
        send("{\"cases\":").then().statusCode(400).body("type", equalTo("https://remit.dev/problems/malformed-json"));
        for (String noCases : List.of("7", "{}", "[" + SATURDAY + "]", SATURDAY)) {
            send(noCases).then().statusCode(400);
        }
    }
}
