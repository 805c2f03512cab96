package dev.remit.kit.meters;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.app.KitTest;
import dev.remit.kit.testing.Management;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Whatever callers send, what is measured stays bounded. */
@QuarkusTest
class MeterLimitsTest extends KitTest {
    private static final int INVENTED = 100;

    @Test
    void inventedMethodsAndPathsMakeNoTimeSeriesOfTheirOwn() {
        ask(0);
        long before = series();
        for (int i = 1; i <= INVENTED; i++) {
            ask(i);
        }
        assertTrue(series() < before + 20, "from " + before + " to " + series());
        assertTrue(scrape().lines().noneMatch(line -> line.contains("BREW") || line.contains("invented")), scrape());
    }

    private static void ask(int number) {
        given().request("BREW" + number, "/api/gadgets/v1/gadgets");
        given().get("/invented-" + number);
        given().get("/api/gadgets/v1/gadgets/invented-" + number + "/no");
    }

    private static long series() {
        return scrape().lines().filter(line -> !line.startsWith("#")).count();
    }

    private static String scrape() {
        return Management.get("/q/metrics").then().statusCode(200).extract().asString();
    }

    @Test
    void beyondItsCeilingNothingNewIsMeasured() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new MeterLimits().all());
        for (int i = 0; i < MeterLimits.MOST_METERS + 500; i++) {
            registry.counter("counter", "number", Integer.toString(i)).increment();
        }
        assertEquals(MeterLimits.MOST_METERS, registry.getMeters().size());
    }

    @Test
    void soManyPathsOfRequestsAreMeasuredAndNoMore() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        registry.config().meterFilter(new MeterLimits().paths());
        for (int i = 0; i < MeterLimits.MOST_PATHS + 50; i++) {
            registry.counter("http.server.requests", "uri", "/" + i).increment();
        }
        assertEquals(MeterLimits.MOST_PATHS, registry.getMeters().size());
        registry.counter("other", "uri", "/beyond").increment();
        assertEquals(MeterLimits.MOST_PATHS + 1, registry.getMeters().size());
    }
}
