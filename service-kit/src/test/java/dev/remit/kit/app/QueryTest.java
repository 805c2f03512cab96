package dev.remit.kit.app;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query says what its operation knows, and each thing once. */
@QuarkusTest
class QueryTest extends KitTest {
    private static final String PAPERS = "/api/gadgets/v1/papers";

    private final UUID tenant = TestTenants.fresh();

    @ParameterizedTest
    @CsvSource({
        "/api/gadgets/v1/gadgets?limt=5,limt,unknown-parameter",
        "/api/gadgets/v1/gadgets?LIMIT=5,LIMIT,unknown-parameter",
        "/api/gadgets/v1/gadgets?nonsense,nonsense,unknown-parameter",
        "/api/gadgets/v1/gadgets?=5,5,unknown-parameter",
        "/api/gadgets/v1/gadgets/asked?day=MONDAY&cursor=x,cursor,unknown-parameter",
        "/api/gadgets/v1/gadgets?limit=5&limit=6,limit,repeated-parameter",
        "/api/gadgets/v1/gadgets?limit=5&limit=,limit,repeated-parameter",
        "/api/gadgets/v1/papers?state=a&state=a,state,repeated-parameter"
    })
    void anythingElseIsRefusedByName(String address, String field, String code) {
        owner(tenant)
                .urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(400)
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @Test
    void severalAreToldAtOnce() {
        owner(tenant).get(GADGETS + "?a=1&limit=1&b=2").then().statusCode(400).body("errors.field", contains("a", "b"));
    }

    @Test
    void whatTakesAListTakesAList() {
        owner(tenant).get(PAPERS + "?tag=a&tag=b").then().statusCode(200).body("$", contains("a", "b"));
    }

    @Test
    void otherMethodsAreHeldToItToo() {
        owner(tenant).post(PAPERS + "/newest?then=7").then().statusCode(400);
        owner(tenant).head(GADGETS + "?limt=5").then().statusCode(400);
    }

    @Test
    void whoeverCallsBackPutsInWhatTheyLike() {
        owner(tenant)
                .post(PAPERS + "/called-back?id=1&id=2&action=updated")
                .then()
                .statusCode(200)
                .body("state", equalTo("CALLED"));
    }

    @Test
    void nothingIsToldToWhoMayNot() {
        as(tenant, "finance").get(GADGETS + "?limt=5").then().statusCode(403);
        io.restassured.RestAssured.given().get(GADGETS + "?limt=5").then().statusCode(401);
    }
}
