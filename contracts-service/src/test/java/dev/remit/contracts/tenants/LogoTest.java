package dev.remit.contracts.tenants;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.contracts.ContractsTest;
import dev.remit.contracts.RealmDoor;
import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.testing.TestTenants;
import dev.remit.kit.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An MSP's logo is its owner's to put, and everybody's to see. */
@QuarkusTest
class LogoTest extends ContractsTest {
    private static final String LOGO = API + "/logo";
    private static final byte[] FIRST = Pngs.of(120, 40);
    private static final byte[] SECOND = Pngs.of(64, 64);

    @Inject
    KeycloakWork work;

    private UUID tenant;

    @BeforeEach
    void makeAnMsp() {
        tenant = UUID.fromString(once(
                        given().auth().oauth2(TestTokens.as("operator").token()),
                        NewTenants.body("ann-" + UUID.randomUUID(), Map.of()))
                .post(API + "/tenants")
                .then()
                .statusCode(201)
                .extract()
                .path("tenant.id"));
    }

    @AfterEach
    void openTheDoor() {
        RealmDoor.set(RealmDoor.State.OPEN);
    }

    @Test
    void whatTheOwnerPutsEverybodySees() {
        shown().then().statusCode(404);
        String address = put(FIRST)
                .then()
                .statusCode(200)
                .body("sha256", equalTo(Sha256.hex(FIRST)))
                .body("width", equalTo(120))
                .body("height", equalTo(40))
                .body("size", equalTo(FIRST.length))
                .extract()
                .path("address");
        Response seen = given().get(address);
        seen.then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Cache-Control", "public, max-age=300")
                .header("X-Content-Type-Options", "nosniff");
        assertArrayEquals(FIRST, seen.asByteArray());
        given().header("If-None-Match", seen.header("ETag")).get(address).then().statusCode(304);
        owner(TestTenants.fresh()).get(address).then().statusCode(200);
        assertEquals("[\"" + Sha256.hex(FIRST) + "\"]", inKeycloak());

        put(SECOND).then().statusCode(200);
        assertArrayEquals(SECOND, shown().asByteArray());
        assertEquals("[\"" + Sha256.hex(SECOND) + "\"]", inKeycloak());
    }

    @Test
    void twoThatArePutAtOnceAreTakenOneAfterTheOther() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = Stream.of(FIRST, SECOND, FIRST, SECOND)
                    .map(file -> threads.submit(() -> put(file).statusCode()))
                    .toList();
            for (Future<Integer> answer : answers) {
                assertEquals(200, answer.get());
            }
        }
        shown().then().statusCode(200);
    }

    @Test
    void whatIsRemovedNobodySees() {
        put(FIRST).then().statusCode(200);
        owner(tenant).delete(LOGO).then().statusCode(204);
        owner(tenant).delete(LOGO).then().statusCode(204);
        shown().then().statusCode(404);
        assertEquals("", inKeycloak());
        owner(tenant)
                .get(API + "/audit?objectType=logo")
                .then()
                .body("items.record.operation", equalTo(List.of("deleteLogo", "uploadLogo")))
                .body("items[1].record.after.sha256", equalTo(Sha256.hex(FIRST)));
    }

    @Test
    void whatKeycloakDoesNotHearNowItHearsLater() {
        RealmDoor.set(RealmDoor.State.SHUT);
        put(FIRST).then().statusCode(200);
        assertEquals("", inKeycloak());
        RealmDoor.set(RealmDoor.State.OPEN);
        work.doWhatIsDue();
        assertEquals("[\"" + Sha256.hex(FIRST) + "\"]", inKeycloak());
    }

    @ParameterizedTest
    @CsvSource({"15, 40", "40, 15", "1025, 40", "40, 1025"})
    void aPictureThatIsTooSmallOrTooLargeIsRefused(int width, int height) {
        put(Pngs.of(width, height))
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("dimensions"))
                .body("errors.message", hasItem(containsString("16 to 1024")));
    }

    @Test
    void whatIsNoPictureIsRefused() {
        put(Arrays.copyOf(FIRST, FIRST.length - 1)).then().statusCode(400).body("errors.code", hasItem("file-kind"));
        put("<svg/>".getBytes(StandardCharsets.UTF_8)).then().statusCode(400);
        put(new byte[0]).then().statusCode(400);
        put(Arrays.copyOf(FIRST, (64 << 10) + 1)).then().statusCode(413);
        shown().then().statusCode(404);
    }

    @Test
    void itIsTakenAlong() {
        put(FIRST).then().statusCode(200);
        String lines = owner(tenant).get(API + "/export").asString();
        assertTrue(lines.contains(Base64.getEncoder().encodeToString(FIRST)), lines);
    }

    private Response put(byte[] file) {
        return owner(tenant).contentType("image/png").body(file).put(LOGO);
    }

    private Response shown() {
        return given().get("/logos/" + tenant);
    }

    /** What the pages go by. */
    private String inKeycloak() {
        return RealmDoor.keycloak()
                .administrator()
                .get("/remit/organizations?briefRepresentation=false&q=alias:" + tenant)
                .at("/0/attributes/logo")
                .toString();
    }
}
