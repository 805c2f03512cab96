package dev.remit.tickets.clocks;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SimulationTest extends TicketsTest {
    private static final String LONDON = """
            {"zone":"Europe/London","weekly":{"FRIDAY":[["09:00","12:30"],["13:30","17:30"]],"MONDAY":[["09:00","12:30"],["13:30","17:30"]]},
             "holidays":["2026-12-25"],"start":"2026-03-27T16:30:00Z","targetMinutes":240,
             "pauses":[["2026-03-30T09:00:00Z","2026-03-30T10:00:00Z"]],"asOf":["2026-03-30T12:00:00Z"]}
            """;

    /** Friday 16:30 to 17:30; summer time began on Sunday; Monday 9:00 is 8:00Z; an hour of pause. */
    @Test
    void countsWorkingTimeOverTheSpringNight() {
        simulate(LONDON)
                .statusCode(200)
                .rootPath("cases[0]")
                .body("due", equalTo("2026-03-30T13:00:00Z"))
                .body("elapsed", hasSize(1))
                .body("elapsed[0].at", equalTo("2026-03-30T12:00:00Z"))
                .body("elapsed[0].businessMinutes", equalTo(210))
                .body("elapsed[0].businessSeconds", equalTo(12_600));
    }

    @Test
    void aPauseWithoutAnEndLeavesNoDueAndSaysSo() {
        String body = simulate(LONDON.replace("\"2026-03-30T10:00:00Z\"]", "null]"))
                .statusCode(200)
                .body("cases[0]", hasEntry("due", null))
                .body("cases[0].due", nullValue())
                .extract()
                .asString();
        assertTrue(body.contains("\"due\":null"), body);
    }

    @ParameterizedTest(name = "{0} by {1}, {2}")
    @CsvSource({
        "1, CLOSE, 2026-04-03T09:00:00Z",
        "1, 17:30, 2026-04-03T09:00:00Z",
        "1, 16:00, 2026-03-30T16:00:00Z",
        "1, 20:00, 2026-04-03T09:00:00Z",
        "2, CLOSE, 2026-04-06T09:00:00Z",
    })
    void aTargetInBusinessDaysIsMovedByThePause(int days, String by, String due) {
        simulate(inDays(days, by)).statusCode(200).body("cases[0].due", equalTo(due));
    }

    private static String inDays(int days, String by) {
        return LONDON.replace("\"targetMinutes\":240", "\"businessDays\":%d,\"by\":\"%s\"".formatted(days, by));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"businessDays\":1 | \"businessDays\":0                       | businessDays",
                "\"businessDays\":1 | \"businessDays\":367                     | businessDays",
                "\"businessDays\":1 | \"businessDays\":1,\"targetMinutes\":240 | businessDays",
                "\"businessDays\":1, | ''                                       | businessDays",
                "\"by\":\"16:00\"   | \"by\":\"NOON\"                           | by",
                ",\"by\":\"16:00\"  | ''                                       | by",
            })
    void aWrongTargetInBusinessDaysIsRefusedByName(String was, String is, String field) {
        simulate(inDays(1, "16:00").replace(was, is))
                .statusCode(400)
                .body("errors[0].field", equalTo("cases[0]." + field));
    }

    @Test
    void severalCasesAreAnsweredInTheirOrder() {
        simulate(LONDON, LONDON.replace("240", "0"))
                .statusCode(200)
                .body("cases.due", contains("2026-03-30T13:00:00Z", "2026-03-27T16:30:00Z"));
    }

    @Test
    void oneToAThousandCasesAreTaken() {
        String[] most = Collections.nCopies(1_000, LONDON).toArray(String[]::new);
        simulate(most).statusCode(200).body("cases", hasSize(1_000));
        simulate(Collections.nCopies(1_001, LONDON).toArray(String[]::new))
                .statusCode(400)
                .body("errors[0].field", equalTo("cases"));
        simulate().statusCode(400).body("errors[0].field", equalTo("cases"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"Europe/London\"       | \"Europe/Londres\"      | zone",
                "\"Europe/London\"       | \"+01:00\"              | zone",
                "\"12:30\"               | \"25:00\"               | weekly.FRIDAY[0]",
                "\"FRIDAY\"              | \"FREITAG\"             | weekly.FREITAG",
                "\"2026-12-25\"          | \"2026-02-30\"          | holidays[0]",
                "\"2026-03-27T16:30:00Z\" | \"yesterday\"          | start",
                "240                     | -1                      | targetMinutes",
                "240                     | \"240\"                 | targetMinutes",
                "240                     | 2.5                     | targetMinutes",
                "\"2026-03-30T09:00:00Z\" | \"soon\"               | pauses[0][0]",
                "[\"2026-03-30T12:00:00Z\"] | [\"2026-03-30\"]     | asOf[0]",
                "[\"2026-03-30T12:00:00Z\"] | 7                    | asOf",
                "\"holidays\"            | \"feiertage\"           | feiertage",
                "\"start\":\"2026-03-27T16:30:00Z\", | \"exceptions\":{}, | start",
            })
    void badInputIsRefusedByItsName(String was, String is, String field) {
        simulate(LONDON, LONDON.replace(was, is)).statusCode(400).body("errors[0].field", equalTo("cases[1]." + field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7", "\"text\"", "null", "[7]", "[null]", "[[]]", "{", "''"})
    void whatIsNoCaseIsRefused(String body) {
        simulate(body).statusCode(400);
        send(body).statusCode(400);
    }

    @Test
    void oneCalendarDayWithLunchAndAPause() {
        simulate("""
            {"zone":"Europe/London","weekly":{"MONDAY":[["09:00","12:30"],["13:30","17:30"]]},"holidays":["2026-12-25"],
             "start":"2026-03-27T16:30:00Z","targetMinutes":240,
             "pauses":[["2026-03-30T09:00:00Z","2026-03-30T10:00:00Z"]],"asOf":["2026-03-30T12:00:00Z"]}
            """)
                .statusCode(200)
                .body(
                        "cases[0]",
                        equalTo(Map.of(
                                "due",
                                "2026-03-30T14:00:00Z",
                                "elapsed",
                                List.of(Map.of(
                                        "at",
                                        "2026-03-30T12:00:00Z",
                                        "businessMinutes",
                                        150,
                                        "businessSeconds",
                                        9000)))));
    }

    @ParameterizedTest
    @CsvSource({"52596000", "100000001", "9007199254740991", "9223372036854775807"})
    void aTargetBeyondAHundredYearsIsNeverDue(String minutes) {
        simulate(LONDON.replace("240", minutes)).statusCode(200).body("cases[0].due", nullValue());
    }

    @Test
    void aPauseMayLastUntilTheEndOfTimeAsPeopleWriteIt() {
        simulate(LONDON.replace("\"2026-03-30T10:00:00Z\"]", "\"9999-12-31T23:59:59Z\"]"))
                .statusCode(200)
                .rootPath("cases[0]")
                .body("due", nullValue())
                .body("elapsed[0].businessMinutes", equalTo(120));
    }

    private static ValidatableResponse simulate(String... cases) {
        return send("{\"cases\":[" + String.join(",", cases) + "]}");
    }

    private static ValidatableResponse send(String body) {
        return Msp.empty()
                .as("integrator")
                .contentType("application/json")
                .body(body)
                .post(Msp.API + "/sla/simulations")
                .then();
    }
}
