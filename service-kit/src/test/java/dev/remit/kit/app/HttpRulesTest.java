package dev.remit.kit.app;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and versions. */
@QuarkusTest
class HttpRulesTest extends KitTest {
    private final UUID tenant = TestTenants.fresh();

    @Test
    void pagesFollowEachOther() {
        List.of("a", "b", "c").forEach(name -> make(tenant, name));
        String next = owner(tenant)
                .queryParam("limit", 2)
                .get(GADGETS)
                .then()
                .statusCode(200)
                .body("items.name", contains("a", "b"))
                .extract()
                .path("next");
        owner(tenant)
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(GADGETS)
                .then()
                .statusCode(200)
                .body("items.name", contains("c"))
                .body("next", nullValue());
    }

    @Test
    void fullLastPageHasNoNext() {
        List.of("a", "b").forEach(name -> make(tenant, name));
        owner(tenant).queryParam("limit", 2).get(GADGETS).then().body("next", nullValue());
    }

    private Response rename(String id, String ifMatch) {
        var request = owner(tenant).contentType("application/json").body("{\"name\":\"renamed\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(GADGETS + "/" + id + "/name");
    }

    @Test
    void changeSaysWhichVersionItChanges() {
        String id = make(tenant, "ladder");
        rename(id, null)
                .then()
                .statusCode(428)
                .body("type", equalTo("https://remit.dev/problems/precondition-required"));
        rename(id, "\"0\"").then().statusCode(200).header("ETag", "\"1\"");
        rename(id, "\"0\"").then().statusCode(412).body("type", equalTo("https://remit.dev/problems/stale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", "\"7\", \"0\""})
    void presentVersionMatches(String ifMatch) {
        rename(make(tenant, "ladder"), ifMatch).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"0\"", "0", "\"00\"", "nonsense"})
    void anythingElseIsStale(String ifMatch) {
        rename(make(tenant, "ladder"), ifMatch).then().statusCode(412);
    }
}
