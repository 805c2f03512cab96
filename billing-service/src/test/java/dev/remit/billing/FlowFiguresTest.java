package dev.remit.billing;

import static org.hamcrest.Matchers.hasToString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTenants;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever posts the bodies of docs/simulations gets the figures that docs/flow.md states. */
@QuarkusTest
class FlowFiguresTest extends BillingTest {
    private static final UUID TENANT = TestTenants.fresh();
    private static final Path BODIES = Path.of("../docs/simulations");
    private static final Path STORY = Path.of("../docs/flow.md");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
        estimate.json ; subtotalMinor        ; 270000  ; 1,080 min × 150.00/h = 2,700.00
        saturday.json ; lines[0].minutes     ; 540     ; | Dana, labour | 540 min × 150.00/h × 1.5 | 2,025.00 | 2,025.00 | |
        saturday.json ; lines[0].band        ; WEEKEND ; the band is WEEKEND
        saturday.json ; lines[0].amountMinor ; 202500  ; | Dana, labour | 540 min × 150.00/h × 1.5 | 2,025.00 | 2,025.00 | |
        saturday.json ; lines[0].billedMinor ; 202500  ; | Dana, labour | 540 min × 150.00/h × 1.5 | 2,025.00 | 2,025.00 | |
        saturday.json ; lines[1].kind        ; TRAVEL  ; | Dana, travel | | 75.00 | 75.00 | |
        saturday.json ; lines[1].amountMinor ; 7500    ; | Dana, travel | | 75.00 | 75.00 | |
        saturday.json ; lines[1].billedMinor ; 7500    ; | Dana, travel | | 75.00 | 75.00 | |
        saturday.json ; lines[2].amountMinor ; 202500  ; | Miguel, labour | 540 min × 150.00/h × 1.5 | 2,025.00 | 1,900.00 | 125.00 |
        saturday.json ; lines[2].billedMinor ; 190000  ; | Miguel, labour | 540 min × 150.00/h × 1.5 | 2,025.00 | 1,900.00 | 125.00 |
        saturday.json ; lines[3].amountMinor ; 7500    ; | Miguel, travel | | 75.00 | 0.00 | 75.00 |
        saturday.json ; lines[3].billedMinor ; 0       ; | Miguel, travel | | 75.00 | 0.00 | 75.00 |
        saturday.json ; subtotalMinor        ; 420000  ; | sum | | 4,200.00 | 4,000.00 | 200.00 |
        saturday.json ; billedMinor          ; 400000  ; | sum | | 4,200.00 | 4,000.00 | 200.00 |
        saturday.json ; overCapMinor         ; 20000   ; | sum | | 4,200.00 | 4,000.00 | 200.00 |
        saturday.json ; taxMinor             ; 35500   ; 355.00 tax
        saturday.json ; totalMinor           ; 435500  ; 4,355.00 with tax
        """)
    void areTheAnswersToItsBodies(String body, String place, String value, String words) throws IOException {
        post(body).body(place, hasToString(value));
        assertTrue(Files.readString(STORY).contains(words), words);
    }

    @Test
    void noBodyIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(BODIES)) {
            Set<String> ratings = files.filter(FlowFiguresTest::isOfRating)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(Set.of("estimate.json", "saturday.json"), ratings);
        }
    }

    private static boolean isOfRating(Path file) {
        try {
            return Files.readString(file).contains("\"rateCard\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse post(String body) throws IOException {
        return as(TENANT, "integrator")
                .body(Files.readString(BODIES.resolve(body)))
                .post(API + "/ratings/simulations")
                .then()
                .statusCode(200)
                .rootPath("cases[0]");
    }
}
