package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a request, the answer is a problem that names it in the caller's words. */
@QuarkusTest
class ProblemTest extends KitTest {
    private final UUID tenant = TestTenants.fresh();

    private static ValidatableResponse isProblem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://remit.dev/problems/" + slug))
                .body("status", equalTo(status))
                .body("requestId", matchesPattern("[A-Za-z0-9._-]{1,64}"))
                .body(not(containsString("Exception")))
                .body(not(containsString("dev.remit")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a","colour":"red"}                                                | colour          | unknown-field
            {"name":5}                                                                 | name            | wrong-type
            {"name":["a"]}                                                             | name            | wrong-type
            {"name":{"first":"a"}}                                                     | name            | wrong-type
            {"name":true}                                                              | name            | wrong-type
            {"name":null}                                                              | name            | not-blank
            {}                                                                         | name            | not-blank
            {"name":" "}                                                               | name            | not-blank
            {"name":"a","day":"FUNDAY"}                                                | day             | invalid-value
            {"name":"a","day":3}                                                       | day             | wrong-type
            {"name":"a","day":""}                                                      | day             | invalid-value
            {"name":"a","day":" MONDAY"}                                               | day             | invalid-value
            {"name":"a","day":"MONDAY\\u0000"}                                         | day             | invalid-value
            {"name":"a\\u0000"}                                                        | name            | invalid-value
            {"name":"a\\u0007b"}                                                       | name            | invalid-value
            {"name":"a\\ud800"}                                                        | name            | invalid-value
            {"name":"a","date":"2026-02-30"}                                           | date            | invalid-value
            {"name":"a","date":20260230}                                               | date            | wrong-type
            {"name":"a","date":[2026,1,1]}                                             | date            | wrong-type
            {"name":"a","date":"20260-01-01"}                                          | date            | invalid-value
            {"name":"a","at":"yesterday"}                                              | at              | invalid-value
            {"name":"a","at":1750000000}                                               | at              | wrong-type
            {"name":"a","at":"+12026-01-01T00:00:00Z"}                                 | at              | invalid-value
            {"name":"a","spare":"true"}                                                | spare           | wrong-type
            {"name":"a","spare":1}                                                     | spare           | wrong-type
            {"name":"a","weight":"5"}                                                  | weight          | wrong-type
            {"name":"a","weight":""}                                                   | weight          | wrong-type
            {"name":"a","weight":5.5}                                                  | weight          | wrong-type
            {"name":"a","weight":5.0}                                                  | weight          | wrong-type
            {"name":"a","weight":92233720368547758089}                                 | weight          | invalid-value
            {"name":"a","model":"cafe"}                                                | model           | invalid-value
            {"name":"a","model":7}                                                     | model           | wrong-type
            {"name":"a","parts":{}}                                                    | parts           | wrong-type
            {"name":"a","parts":"x"}                                                   | parts           | wrong-type
            {"name":"a","parts":[{"label":"x"},{"label":""}]}                          | parts[1].label  | not-blank
            {"name":"a","parts":[{"label":"x","count":"2"}]}                           | parts[0].count  | wrong-type
            {"name":"a","parts":[{"label":"x","made":"2"}]}                            | parts[0].made   | unknown-field
            {"name":"a","tags":["x",""]}                                               | tags[1]         | not-blank
            {"name":"a","parts":[{"label":"x","price":{"amount":"5.0","currency":"USD"}}]}  | parts[0].price.amount   | money-digits
            {"name":"a","parts":[{"label":"x","price":{"amount":"-0.00","currency":"USD"}}]} | parts[0].price.amount  | money-digits
            {"name":"a","parts":[{"label":"x","price":{"amount":"5e2","currency":"USD"}}]}  | parts[0].price.amount   | money-amount
            {"name":"a","parts":[{"label":"x","price":{"currency":"USD"}}]}            | parts[0].price.amount   | money-amount
            {"name":"a","parts":[{"label":"x","price":{"amount":"5.00","currency":"XXX"}}]} | parts[0].price.currency | money-currency
            {"name":"a","parts":[{"label":"x","price":{"amount":5.00,"currency":"USD"}}]}   | parts[0].price.amount   | wrong-type
            {"name":"a","parts":[{"label":"x","price":{"amount":"5.00","currency":"USD","vat":1}}]} | parts[0].price.vat | unknown-field
            ["a"]                                                                      | body            | wrong-type
            "a"                                                                        | body            | wrong-type
            5                                                                          | body            | wrong-type
            null                                                                       | body            | not-null
            """)
    void badFieldsAreNamed(String body, String field, String code) {
        isProblem(sending(tenant, body).post(GADGETS).then(), 400, "validation")
                .body("errors.field", hasItems(field))
                .body("errors.code", hasItems(code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"a"
            {"name":"a"} {"name":"b"}
            {"name":"a","name":"b"}
            {name:"a"}
            hello
            """)
    void whatIsNotJsonIsToldWithItsPlace(String body) {
        isProblem(sending(tenant, body).post(GADGETS).then(), 400, "malformed-json")
                .body("line", equalTo(1));
    }

    @Test
    void aListThatIsTooLongIsRefusedBeforeItsElementsAreValidated() {
        String parts = "{\"label\":\"\"},".repeat(20_000) + "{}";
        isProblem(
                        sending(tenant, "{\"name\":\"a\",\"parts\":[" + parts + "]}")
                                .post(GADGETS)
                                .then(),
                        400,
                        "validation")
                .body("errors.field", equalTo(java.util.List.of("parts")))
                .body("errors[0].code", equalTo("size"))
                .body("errors[0].message", equalTo("size must be between 0 and 3"));
    }

    @Test
    void noListIsEndless() {
        String tags = "\"\",".repeat(20_000) + "\"\"";
        isProblem(
                        sending(tenant, "{\"name\":\"a\",\"tags\":[" + tags + "]}")
                                .post(GADGETS)
                                .then(),
                        400,
                        "validation")
                .body("errors.field", equalTo(java.util.List.of("tags")));
    }

    @Test
    void aHundredBadFieldsAreNamedAndAllAreCounted() {
        String tags = "\"\",".repeat(499) + "\"\"";
        isProblem(
                        sending(tenant, "{\"name\":\"a\",\"tags\":[" + tags + "]}")
                                .post(GADGETS)
                                .then(),
                        400,
                        "validation")
                .body("errors.size()", equalTo(100))
                .body("errorCount", equalTo(500));
    }

    @Test
    void deepNestingIsMalformed() {
        String body = "{\"name\":" + "[".repeat(5_000);
        isProblem(sending(tenant, body).post(GADGETS).then(), 400, "validation");
    }

    @Test
    void emptyBodyIsMissing() {
        isProblem(sending(tenant, "").post(GADGETS).then(), 400, "validation").body("errors.field", hasItems("body"));
    }

    @Test
    void allBadFieldsAreToldAtOnce() {
        isProblem(
                        sending(tenant, "{\"name\":\"\",\"tags\":[\"\"]}")
                                .post(GADGETS)
                                .then(),
                        400,
                        "validation")
                .body("errors.field", equalTo(java.util.List.of("name", "tags[0]")));
    }

    @Test
    void unknownEnumValueIsToldWithThoseThatAreKnown() {
        isProblem(
                        sending(tenant, "{\"name\":\"a\",\"day\":\"FUNDAY\"}")
                                .post(GADGETS)
                                .then(),
                        400,
                        "validation")
                .body("errors[0].message", containsString("MONDAY, TUESDAY"));
    }

    @ParameterizedTest
    @CsvSource({
        "since,soon",
        "since,+99999-01-01T00:00:00Z",
        "day,FUNDAY",
        "count,many",
        "count,99999999999",
        "count,+1",
        "count,١",
        "model,x",
        "at,noon"
    })
    void badQueryParametersAreNamed(String name, String value) {
        isProblem(owner(tenant).queryParam(name, value).get(GADGETS + "/asked").then(), 400, "validation")
                .body("errors.field", hasItems(name));
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,201", "limit,abc", "cursor,!!", "cursor,YWI"})
    void badPagingIsNamed(String name, String value) {
        isProblem(owner(tenant).queryParam(name, value).get(GADGETS).then(), 400, "validation")
                .body("errors.field", hasItems(name));
    }

    @Test
    void badIdInPathIsNotThere() {
        isProblem(owner(tenant).get(GADGETS + "/not-an-id").then(), 404, "not-found");
    }

    @Test
    void unknownPathsAreProblems() {
        isProblem(owner(tenant).get("/api/gadgets/v1/nothing").then(), 404, "not-found");
        isProblem(owner(tenant).get("/elsewhere").then(), 404, "not-found");
    }

    @Test
    void wrongMethodIsAProblem() {
        isProblem(owner(tenant).delete(GADGETS).then(), 405, "method-not-allowed");
    }

    @Test
    void wrongMediaTypesAreProblems() {
        isProblem(
                owner(tenant)
                        .header("Idempotency-Key", "k")
                        .contentType(ContentType.XML)
                        .body("<a/>")
                        .post(GADGETS)
                        .then(),
                415,
                "unsupported-media-type");
        isProblem(owner(tenant).accept("image/png").get(GADGETS).then(), 406, "not-acceptable");
    }

    @Test
    void hugeBodyIsRefused() {
        String body = "{\"name\":\"" + "x".repeat(1_100_000) + "\"}";
        isProblem(sending(tenant, body).post(GADGETS).then(), 413, "payload-too-large");
    }

    @Test
    void nobodySpeaksHttp2() throws Exception {
        URI open = URI.create("http://localhost:" + RestAssured.port + GADGETS + "/open");
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
            var answer = client.send(HttpRequest.newBuilder(open).build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
            assertEquals("open", answer.body());
        }
    }

    @Test
    void ownProblemsPassThrough() {
        isProblem(sending(tenant, "{\"name\":\"impossible\"}").post(GADGETS).then(), 409, "wrong-state")
                .body("detail", equalTo("No such gadget can be made."));
    }

    @Test
    void aTakenUniqueKeyIsAConflictThatNamesItsField() {
        make(tenant, "only one");
        isProblem(sending(tenant, "{\"name\":\"only one\"}").post(GADGETS).then(), 409, "conflict")
                .body("errors.field", equalTo(List.of("name")));
    }

    @Test
    void bugTellsNothing() {
        isProblem(
                        owner(tenant)
                                .header("X-Request-Id", "bug-1")
                                .get(GADGETS + "/broken")
                                .then(),
                        500,
                        "internal-error")
                .body("requestId", equalTo("bug-1"))
                .body("detail", nullValue())
                .header("X-Request-Id", "bug-1");
    }

    @Test
    void insaneRequestIdIsReplaced() {
        isProblem(given().header("X-Request-Id", "a b\"c").get(GADGETS).then(), 401, "unauthorized")
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
    }
}
