package dev.remit.tickets.clocks;

import static org.hamcrest.Matchers.hasToString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever posts the bodies of docs/simulations gets the figures that docs/flow.md states. */
@QuarkusTest
class FlowFiguresTest extends TicketsTest {
    private static final Path BODIES = Path.of("../docs/simulations");
    private static final Path STORY = Path.of("../docs/flow.md");

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
        response.json                ; due                        ; 2026-06-12T13:00:00Z ; Friday 9:00, `2026-06-12T13:00:00Z`
        response.json                ; elapsed[0].businessMinutes ; 90                   ; RESPONSE is MET after 90 minutes
        resolution-without-wait.json ; due                        ; 2026-06-18T13:00:00Z ; Thursday 9:00, `2026-06-18T13:00:00Z`
        resolution-without-wait.json ; elapsed[0].businessMinutes ; 60                   ; Of the 2,400 minutes 60 were used before
        resolution.json              ; due                        ; 2026-06-18T17:00:00Z ; due Thursday 13:00, `2026-06-18T17:00:00Z`
        resolution.json              ; elapsed[0].businessMinutes ; 60                   ; Of the 2,400 minutes 60 were used before
        resolution.json              ; elapsed[1].businessMinutes ; 510                  ; 510 of 2,400 minutes used
        resolution.json              ; elapsed[1].businessSeconds ; 30600                ; | MSP | 30,600 |
        approval-wait.json           ; elapsed[0].businessMinutes ; 150                  ; 150 open minutes on Thursday
        approval-wait.json           ; elapsed[1].businessMinutes ; 240                  ; 240 together
        approval-wait.json           ; elapsed[1].businessSeconds ; 14400                ; | approval | 14,400 |
        age.json                     ; elapsed[1].businessSeconds ; 184500               ; | sum | 184,500 |
        """)
    void areTheAnswersToItsBodies(String body, String place, String value, String words) throws IOException {
        post(body).body(place, hasToString(value));
        assertTrue(Files.readString(STORY).contains(words), words);
    }

    @Test
    void everySecondOfTheTicketsLifeHasItsOwner() throws IOException {
        int open = post("resolution-without-wait.json").extract().path("cases[0].elapsed[1].businessSeconds");
        int life = post("age.json").extract().path("cases[0].elapsed[0].businessSeconds");
        int age = post("age.json").extract().path("cases[0].elapsed[1].businessSeconds");
        assertEquals(30_600 + 14_400, open);
        assertEquals(138_600, life - open);
        assertEquals(900, age - life);
        String story = Files.readString(STORY);
        for (String stated :
                Set.of("| closed | 138,600 |", "| ended | 900 |", "| MSP | 30,600 |", "| approval | 14,400 |")) {
            assertTrue(story.contains(stated), stated);
        }
    }

    @Test
    void noBodyIsLeftOut() throws IOException {
        try (Stream<Path> files = Files.list(BODIES)) {
            Set<String> clocks = files.filter(FlowFiguresTest::isOfClocks)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
            assertEquals(
                    Set.of(
                            "response.json",
                            "resolution-without-wait.json",
                            "resolution.json",
                            "approval-wait.json",
                            "age.json"),
                    clocks);
        }
    }

    private static boolean isOfClocks(Path file) {
        try {
            return !Files.readString(file).contains("\"rateCard\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse post(String body) throws IOException {
        return Msp.empty()
                .as("integrator")
                .contentType("application/json")
                .body(Files.readString(BODIES.resolve(body)))
                .post(Msp.API + "/sla/simulations")
                .then()
                .statusCode(200)
                .rootPath("cases[0]");
    }
}
