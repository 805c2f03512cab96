package dev.remit.kit.app;

import static org.hamcrest.Matchers.hasItems;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key may stand in quotes, as the draft of its header has it. */
@QuarkusTest
class QuotedKeyTest extends KitTest {
    private final UUID tenant = TestTenants.fresh();

    private Response post(String key, String name) {
        return owner(tenant)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\"}")
                .post(GADGETS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            k-1        | "k-1"
            "k-2"      | k-2
            a"b        | "a\\"b"
            a\\b       | "a\\\\b"
            """)
    void isTheSameInQuotesAndWithout(String first, String second) {
        post(first, "ladder").then().statusCode(201);
        post(second, "ladder").then().statusCode(201).header("Idempotent-Replayed", "true");
        post(second, "crane").then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"\"", "\"k", "\"a\"b\"", "\"a b\"", "\"a\\b\"", "\"k\";p=1"})
    void mustBeQuotedWellThen(String odd) {
        post(odd, "ladder").then().statusCode(400).body("errors.field", hasItems("Idempotency-Key"));
    }

    @Test
    void isAsLongAsWithout() {
        post("\"" + "k".repeat(255) + "\"", "ladder").then().statusCode(201);
        post("\"" + "k".repeat(256) + "\"", "ladder").then().statusCode(400);
    }
}
