package dev.remit.kit.app;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms are sent and taken. */
@QuarkusTest
class MediaTypesTest extends KitTest {
    private static final String FILE = "/api/gadgets/v1/papers/list.csv";

    private final UUID tenant = TestTenants.fresh();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "text/*",
                "*/*",
                "application/problem+json",
                "application/json",
                "image/png;q=0.9",
                "text/csv;q=0.1, application/problem+json"
            })
    void aFileIsSentToEverybody(String accept) {
        owner(tenant)
                .header("Accept", accept)
                .get(FILE)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(equalTo(GadgetPapersResource.CSV));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv;q=0", "*/*;q=0.0", "text/csv; q=0.000, */*", "text/*;q=0, application/json"})
    void butNotToWhoeverRefusesIt(String accept) {
        owner(tenant)
                .header("Accept", accept)
                .get(FILE)
                .then()
                .statusCode(406)
                .body("type", equalTo("https://remit.dev/problems/not-acceptable"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/problem+json                    | 200
            application/problem+json, image/png         | 200
            application/*                               | 200
            application/json;q=0.5, text/html           | 200
            text/html                                   | 406
            application/json;q=0, */*                   | 406
            application/problem+json;q=0, image/png     | 406
            """)
    void whoeverTakesProblemsTakesJson(String accept, int status) {
        owner(tenant).header("Accept", accept).get(GADGETS).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                        | 201
            application/json; charset=utf-8         | 201
            application/json;charset="UTF-8"        | 201
            application/json;charset=ISO-8859-1     | 415
            application/json; Charset = utf-16      | 415
            """)
    void jsonIsUtf8(String type, int status) {
        owner(tenant)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", type)
                .body("{\"name\":\"ladder\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post(GADGETS)
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"gzip,415", "br,415", "identity,201", "Identity,201"})
    void bodiesComeAsTheyAre(String coding, int status) {
        sending(tenant, "{\"name\":\"coded\"}")
                .header("Content-Encoding", coding)
                .post(GADGETS)
                .then()
                .statusCode(status)
                .header("Accept-Encoding", status == 415 ? equalTo("identity") : nullValue());
    }

    @Test
    void whatIsSaidOfABodyThatDoesNotComeIsNotLookedAt() {
        owner(TestTenants.fresh())
                .header("Content-Type", "application/json;charset=ISO-8859-1")
                .header("Content-Encoding", "gzip")
                .get(GADGETS)
                .then()
                .statusCode(200);
    }
}
