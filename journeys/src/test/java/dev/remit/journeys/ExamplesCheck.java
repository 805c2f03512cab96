package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.stack.MySqlServer;
import dev.remit.stack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator runs before a release, as it is shipped, against the signed agreements of the demo world. */
class ExamplesCheck {
    private static final Path SERVICE = Path.of("..", "contracts-service", "target", "quarkus-app", "quarkus-run.jar");
    /** The agreements of other journeys may be there beside those of the demo world. */
    private static final Pattern ALL_GOOD =
            Pattern.compile("examples-check: (\\d+) signed examples computed, 0 come out otherwise\\R");

    /** Two of each of the four signed agreements of both MSPs. */
    private static final int OF_THE_DEMO = 8;

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = JourneyStack.withDemo();
    }

    @Test
    void signedExamplesComeOutAsTheyWereSigned() throws IOException, InterruptedException {
        MySqlServer mysql = stack.mysql();
        ProcessBuilder check = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                SERVICE.toString(),
                "dev.remit.contracts.examples.ExamplesCheck");
        check.environment()
                .putAll(Map.of(
                        "REMIT_DB_URL", stack.service("contracts").environment().get("REMIT_DB_URL"),
                        "REMIT_DB_USER", mysql.adminUser(),
                        "REMIT_DB_PASSWORD", mysql.adminPassword()));
        Process running = check.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        Matcher counted = ALL_GOOD.matcher(said);
        assertTrue(counted.matches() && Integer.parseInt(counted.group(1)) >= OF_THE_DEMO, said);
    }
}
