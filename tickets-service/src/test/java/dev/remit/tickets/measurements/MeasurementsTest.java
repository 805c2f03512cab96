package dev.remit.tickets.measurements;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured of a figure that an agreement promises: 99.9 percent of uptime a month, outside announced maintenance. */
@QuarkusTest
class MeasurementsTest extends TicketsTest {
    private static final String UPTIME = Msp.API + "/clients/" + Msp.CLIENT + "/measurements/server-uptime/2026-06";

    private Msp msp;

    @BeforeEach
    void signedWithAnUptime() {
        msp = Msp.withExcuses("2026-06-13T22:00:00Z");
        msp.awaitUntil(
                "/compliance/parameters", read -> !read.getList("parameters").isEmpty());
    }

    private static Map<String, Object> counted(long up, long of, Object... exclusions) {
        return Map.of("numerator", up, "denominator", of, "source", "Monitor", "exclusions", List.of(exclusions));
    }

    private static Map<String, Object> excluded(String reason, long up, long of) {
        return Map.of("reason", reason, "numerator", up, "denominator", of, "note", "Announced on the 1st");
    }

    private ValidatableResponse put(String role, Object body) {
        return as(role).body(body).put(UPTIME).then();
    }

    private RequestSpecification as(String role) {
        return msp.posting(role);
    }

    private JsonPath uptime(String period) {
        return msp.get("/compliance/parameters?period=" + period);
    }

    @Test
    void whatWasMeasuredIsHeldAgainstWhatWasAgreed() {
        assertEquals("OPEN", uptime("2026-06").getString("parameters[0].asItIs"));
        put("integrator", counted(18_000, 18_060, excluded("MAINTENANCE", 0, 60)))
                .statusCode(200)
                .body("revision", equalTo(1));
        JsonPath underWay = uptime("2026-06");
        assertEquals("OPEN", underWay.getString("parameters[0].withExclusions"));
        assertEquals("99.6677", underWay.getString("parameters[0].figure"));
        assertEquals("100", underWay.getString("parameters[0].figureWithExclusions"));

        msp.clock("2026-07-02T12:00:00Z");
        put("integrator", counted(43_100, 43_200, excluded("MAINTENANCE", 0, 60)))
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("recordedBy.role", equalTo("integrator"));
        JsonPath over = uptime("2026-06");
        assertEquals("99.7685", over.getString("parameters[0].figure"));
        assertEquals("MISSED", over.getString("parameters[0].asItIs"));
        assertEquals(43_140, over.getLong("parameters[0].denominatorWithExclusions"));
        assertEquals("99.9072", over.getString("parameters[0].figureWithExclusions"));
        assertEquals("KEPT", over.getString("parameters[0].withExclusions"));
        assertEquals(List.of("2026-04", "2026-05", "2026-06"), uptime("2026-Q2").getList("parameters.period"));
        assertEquals(
                List.of("NOT_MEASURED", "NOT_MEASURED", "MISSED"),
                uptime("2026-Q2").getList("parameters.asItIs"));
    }

    @Test
    void sayingTheSameAgainChangesNothingAndSomethingElseIsKeptBesideIt() {
        put("owner", counted(1, 2)).statusCode(200);
        put("integrator", counted(1, 2)).statusCode(200).body("revision", equalTo(1));
        put("service-desk", counted(2, 2)).statusCode(200).body("revision", equalTo(2));

        JsonPath page =
                JsonPath.from(msp.as("owner").get(UPTIME + "/revisions?limit=1").asString());
        assertEquals(List.of(2), page.getList("items.revision"));
        JsonPath rest = JsonPath.from(msp.as("owner")
                .queryParam("cursor", page.getString("next"))
                .get(UPTIME + "/revisions")
                .asString());
        assertEquals(List.of(1), rest.getList("items.revision"));
        assertNull(rest.get("next"));
        assertEquals(2, msp.awaitEvents("MeasurementRecorded", 2).size());
    }

    @Test
    void whatIsTakenBackIsNotMeasuredAndStaysOnRecord() {
        put("owner", counted(1, 2)).statusCode(200);
        as("owner").delete(UPTIME).then().statusCode(204);
        as("owner").delete(UPTIME).then().statusCode(404);
        msp.as("owner").get(UPTIME).then().statusCode(404);
        assertNull(uptime("2026-06").get("parameters[0].figure"));
        msp.as("owner")
                .get(UPTIME + "/revisions")
                .then()
                .statusCode(200)
                .body("items.withdrawn", equalTo(List.of(true, false)));
        put("owner", counted(1, 2)).statusCode(200).body("revision", equalTo(3));
    }

    @ParameterizedTest
    @CsvSource({
        "server-uptime, 2026-07, 400, period",
        "server-uptime, 2026-Q2, 400, period",
        "server-uptime, June, 400, period",
        "mail-uptime, 2026-06, 422, parameter"
    })
    void whatIsNotPromisedOrHasNotBegunIsRefused(String parameter, String period, int status, String field) {
        as("owner")
                .body(counted(1, 2))
                .put(Msp.API + "/clients/" + Msp.CLIENT + "/measurements/" + parameter + "/" + period)
                .then()
                .statusCode(status)
                .body("errors.field", hasItem(field));
    }

    @Test
    void countsThatCannotBeAreRefused() {
        put("owner", counted(3, 2)).statusCode(400).body("errors.field", hasItem("numerator"));
        put("owner", counted(1, 2, excluded("MAINTENANCE", 0, 3)))
                .statusCode(400)
                .body("errors.field", hasItem("exclusions[0]"));
        put("owner", counted(1, 2, excluded("FORCE_MAJEURE", 0, 1)))
                .statusCode(422)
                .body("errors.field", hasItem("exclusions[0].reason"));
        as("owner")
                .body(counted(1, 2))
                .put(Msp.API + "/clients/nobody/measurements/server-uptime/2026-06")
                .then()
                .statusCode(404);
    }

    @Test
    void aClientReadsItsOwnAlone() {
        put("owner", counted(1, 2)).statusCode(200);
        msp.tellClient(UUID.randomUUID(), "other-client", "999", "99");
        msp.partner().get(UPTIME).then().statusCode(200);
        msp.partnerOf("other-client").get(UPTIME).then().statusCode(404);
        msp.partnerOf("other-client")
                .get(Msp.API + "/compliance/parameters?clientCode=" + Msp.CLIENT)
                .then()
                .statusCode(200)
                .body("parameters", equalTo(List.of()));
        msp.partner()
                .get(Msp.API + "/compliance/parameters")
                .then()
                .statusCode(200)
                .body("parameters.code", equalTo(List.of("server-uptime")));
    }
}
