package dev.remit.tickets.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remit.kit.testing.TestTokens;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine client whose token names a connection has the rights of that connection alone. */
@QuarkusTest
class OneConnectionTest extends TicketsTest {
    private static final Map<String, Object> TIME = Map.of(
            "sourceUpdatedAt", "2026-06-11T18:00:00Z",
            "ticket", Map.of("externalId", "1"),
            "technician", Map.of("id", "dana", "name", "Dana Ruiz"),
            "start", "2026-06-11T17:00:00Z",
            "end", "2026-06-11T17:30:00Z",
            "workType", "On-site");

    private Msp msp;
    private String ofCw;
    private String ofDesk;

    @BeforeEach
    void twoConnections() {
        msp = Msp.withLawFirm("2026-06-11T20:10:00Z");
        msp.connectDesk();
        ofCw = msp.send("1", Snapshot.officeMove());
        ofDesk = msp.putAs("psa-sync", "1", Snapshot.officeMove()).path("id");
    }

    @Test
    void itWritesToItsOwnConnectionAlone() {
        put("cw", "desk").then().statusCode(403);
        put("desk", "desk").then().statusCode(200).body("id", equalTo(ofDesk));
        bound("cw")
                .contentType("application/json")
                .body(TIME)
                .put(Msp.API + "/time-entries/by-ref/desk/e1")
                .then()
                .statusCode(403);
    }

    @Test
    void itSeesItsOwnConnectionAlone() {
        bound("cw").get(Msp.API + "/tickets").then().body("items.id", contains(ofCw));
        bound("desk").get(Msp.API + "/tickets").then().body("items.id", contains(ofDesk));
        bound("cw").get(Msp.API + "/tickets/" + ofCw + "/rulings").then().statusCode(200);
        for (String path :
                new String[] {"/tickets/" + ofDesk, "/tickets/" + ofDesk + "/rulings", "/tickets/by-ref/desk/1"}) {
            bound("cw").get(Msp.API + path).then().statusCode(404);
        }
        String entry = msp.putTimeAs("psa-sync", "desk", "e1", TIME).path("id");
        bound("cw").get(Msp.API + "/time-entries/" + entry).then().statusCode(404);
        bound("desk").get(Msp.API + "/time-entries/" + entry).then().statusCode(200);
        bound("cw").get(Msp.API + "/feed").then().statusCode(403);
    }

    private Response put(String bound, String connection) {
        return bound(bound)
                .contentType("application/json")
                .body(Snapshot.officeMove()
                        .with("client", Map.of("code", Msp.CLIENT))
                        .without("site")
                        .json())
                .put(Msp.API + "/tickets/by-ref/" + connection + "/1");
    }

    private RequestSpecification bound(String connection) {
        return given().auth()
                .oauth2(TestTokens.as("psa-sync")
                        .tenant(msp.tenant)
                        .connection(connection)
                        .token());
    }
}
