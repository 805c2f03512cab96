package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages, versions and what is said of an answer beside it. */
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
        rename(id, "\"0\"").then().statusCode(200).header("ETag", startsWith("\"1."));
        rename(id, "\"0\"").then().statusCode(412).body("type", equalTo("https://remit.dev/problems/stale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "*", "\"7\", \"0\"", "\"0.0123456789abcdef\""})
    void presentVersionMatches(String ifMatch) {
        rename(make(tenant, "ladder"), ifMatch).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"0\"", "0", "\"00\"", "nonsense", "\"1.0123456789abcdef\"", "\"0.\""})
    void anythingElseIsStale(String ifMatch) {
        rename(make(tenant, "ladder"), ifMatch).then().statusCode(412);
    }

    @Test
    void aPageSaysWhereTheNextOneIs() {
        List.of("a", "b", "c").forEach(name -> make(tenant, name));
        String link = owner(tenant)
                .get(GADGETS + "?cursor=&limit=2")
                .then()
                .statusCode(200)
                .extract()
                .header("Link");
        Matcher next = Pattern.compile("<(/[^>]*)>; rel=\"next\"").matcher(link);
        assertTrue(next.matches(), link);
        assertTrue(next.group(1).startsWith(GADGETS + "?limit=2&cursor="), link);
        owner(tenant)
                .urlEncodingEnabled(false)
                .get(next.group(1))
                .then()
                .statusCode(200)
                .body("items.name", contains("c"))
                .header("Link", nullValue());
    }

    @Test
    void aFeedIsWalkedAlongItsLinksToItsEnd() {
        make(tenant, "a");
        await().until(() -> !feed(GADGETS + "/feed").path("items").equals(List.of()));
        Response first = feed(GADGETS + "/feed?after=0");
        assertEquals("<" + GADGETS + "/feed?after=" + first.path("after") + ">; rel=\"next\"", first.header("Link"));
        assertNull(feed(GADGETS + "/feed?after=" + first.path("after")).header("Link"));
    }

    private Response feed(String address) {
        return owner(tenant).get(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", %s", "*", "\"a,b\",W/%s , \"c\""})
    void whoeverHasItIsToldSo(String form) {
        GadgetPapersResource.STATE.set("SCHEDULED");
        for (String path : List.of("/api/gadgets/v1/papers/versioned", "/api/gadgets/v1/papers/list.csv")) {
            String tag =
                    owner(tenant).get(path).then().statusCode(200).extract().header("ETag");
            for (String method : List.of("GET", "HEAD")) {
                owner(tenant)
                        .header("If-None-Match", form.formatted(tag))
                        .request(method, path)
                        .then()
                        .statusCode(304)
                        .header("ETag", tag)
                        .header("Content-Type", nullValue())
                        .header("Content-Disposition", nullValue())
                        .body(emptyString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8\"", "\"7\"", "7", "", "\"\"", "W/\"9\""})
    void whoeverHasSomethingElseIsSentIt(String other) {
        owner(tenant)
                .header("If-None-Match", other)
                .get("/api/gadgets/v1/papers/versioned")
                .then()
                .statusCode(200)
                .body("state", notNullValue());
    }

    @Test
    void whatChangesWithoutItsVersionHasAnotherTag() {
        GadgetPapersResource.STATE.set("SCHEDULED");
        String before = owner(tenant).get("/api/gadgets/v1/papers/versioned").header("ETag");
        GadgetPapersResource.STATE.set("IN_FORCE");
        owner(tenant)
                .header("If-None-Match", before)
                .get("/api/gadgets/v1/papers/versioned")
                .then()
                .statusCode(200)
                .body("state", equalTo("IN_FORCE"))
                .header("ETag", matchesPattern("\"7\\.[0-9a-f]{16}\""));
        assertTrue(before.startsWith("\"7."), before);
    }

    @Test
    void whatIsGoingAwaySaysSo() {
        owner(tenant)
                .get("/api/gadgets/v1/papers/old")
                .then()
                .statusCode(200)
                .header("Deprecation", "@1803859200")
                .header("Sunset", "Wed, 01 Sep 2027 00:00:00 GMT")
                .header("Link", "</docs#papers>; rel=\"deprecation\"");
        given().get("/q/openapi?format=json")
                .then()
                .body("paths.'/api/gadgets/v1/papers/old'.get.deprecated", equalTo(true))
                .body("paths.'/api/gadgets/v1/papers/versioned'.get.deprecated", nullValue());
        owner(tenant).get(GADGETS).then().header("Deprecation", nullValue());
    }
}
