package dev.remit.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.Management;
import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be done at a path is told by OPTIONS, and with each refusal of something else; none of it makes a meter. */
@QuarkusTest
class MethodsTest extends KitTest {
    private static final int INVENTED = 130;

    private final UUID tenant = TestTenants.fresh();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/gadgets/v1/gadgets              | DELETE | GET, HEAD, OPTIONS, POST
            /api/gadgets/v1/gadgets/             | DELETE | GET, HEAD, OPTIONS, POST
            /api/gadgets/v1/gadgets/7            | POST   | GET, HEAD, OPTIONS
            /api/gadgets/v1/gadgets/7/name       | GET    | OPTIONS, PUT
            /api/gadgets/v1/gadgets/7/name       | HEAD   | OPTIONS, PUT
            /api/gadgets/v1/gadgets/feed         | PATCH  | GET, HEAD, OPTIONS
            /api/gadgets/v1/papers/newest        | GET    | OPTIONS, POST
            /api/gadgets/v1/papers/newest        | DELETE | OPTIONS, POST
            /api/gadgets/v1/papers/oldest        | GET    | DELETE, OPTIONS
            """)
    void areThoseOfThePathAlone(String path, String other, String allowed) {
        owner(tenant)
                .options(path)
                .then()
                .statusCode(204)
                .header("Allow", allowed)
                .body(emptyString());
        owner(tenant).request(other, path).then().statusCode(405).header("Allow", allowed);
    }

    @Test
    void leadNowhereWhereThereIsNoPath() {
        owner(tenant).options("/api/gadgets/v1/nothing").then().statusCode(404).header("Allow", nullValue());
    }

    @Test
    void headIsThereWhereverGetIs() {
        String id = make(tenant, "ladder");
        for (String path : new String[] {GADGETS, GADGETS + "/" + id, "/api/gadgets/v1/papers/list.csv"}) {
            owner(tenant).head(path).then().statusCode(200).body(emptyString());
        }
    }

    @Test
    void refusalsAreMeasuredUnderTheTemplateOfTheirPath() {
        for (int i = 0; i < INVENTED; i++) {
            owner(tenant).delete(GADGETS + "/junk" + i + "/name");
            given().post("/api/gadgets/v1/junk/" + i);
            given().get("/internal/junk" + i);
        }
        owner(tenant)
                .get(GADGETS + "/" + make(tenant, "seen") + "/names")
                .then()
                .statusCode(200);
        String metrics = Management.get("/q/metrics").asString();
        assertEquals(0, metrics.lines().filter(line -> line.contains("junk")).count(), "made-up paths are labels");
        assertEquals(1, requests(metrics, "GET", "/api/gadgets/v1/gadgets/{id}/names"));
        assertEquals(1, requests(metrics, "DELETE", "/api/gadgets/v1/gadgets/{id}/name"));
    }

    private static long requests(String metrics, String method, String path) {
        return metrics.lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("uri=\"" + path + "\"")
                        && line.contains("method=\"" + method + "\""))
                .count();
    }

    @Test
    void healthAndMetricsAreOnTheManagementPortAlone() {
        for (String page : new String[] {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"}) {
            given().get(page).then().statusCode(404);
            Management.get(page).then().statusCode(200);
        }
        owner(tenant).get(GADGETS).then().body("items.size()", equalTo(0));
    }
}
