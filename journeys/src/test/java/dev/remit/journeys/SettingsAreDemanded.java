package dev.remit.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A part that was not told what it must know does not start, and says what it was not told. */
class SettingsAreDemanded {
    private static final Map<String, String> TICKETS = Map.ofEntries(
            Map.entry("REMIT_DB_URL", "jdbc:mysql://127.0.0.1:1/none"),
            Map.entry("REMIT_DB_USER", "app"),
            Map.entry("REMIT_DB_PASSWORD", "secret"),
            Map.entry("REMIT_DB_ERASER_USER", "eraser"),
            Map.entry("REMIT_DB_ERASER_PASSWORD", "secret"),
            Map.entry("REMIT_DB_MIGRATOR_USER", "migrator"),
            Map.entry("REMIT_DB_MIGRATOR_PASSWORD", "secret"),
            Map.entry("REMIT_OIDC_ISSUER", "http://127.0.0.1:1/realms/remit"),
            Map.entry("REMIT_SERVICE_CLIENT_ID", "tickets-service"),
            Map.entry("REMIT_SERVICE_CLIENT_SECRET", "secret"),
            Map.entry("REMIT_CONTRACTS_URL", "http://127.0.0.1:1"),
            Map.entry("REMIT_BILLING_URL", "http://127.0.0.1:1"));
    private static final Map<String, String> GATEWAY = Map.of(
            "REMIT_HTTP_HOST", "127.0.0.1",
            "REMIT_OIDC_ISSUER", "http://127.0.0.1:1/realms/remit",
            "REMIT_GATEWAY_CLIENT_SECRET", "x",
            "REMIT_CONTRACTS_URL", "http://127.0.0.1:1",
            "REMIT_TICKETS_URL", "http://127.0.0.1:1",
            "REMIT_BILLING_URL", "http://127.0.0.1:1",
            "REMIT_NOTIFICATIONS_URL", "http://127.0.0.1:1");

    @TestFactory
    Stream<DynamicTest> eachIsDemandedByItsName() {
        return Stream.concat(missing("tickets-service", TICKETS), missing("gateway", GATEWAY));
    }

    @TestFactory
    Stream<DynamicTest> whoeverDoesNotMigrateNeedsNoMigrator() {
        return Stream.of("REMIT_DB_MIGRATOR_USER", "REMIT_DB_MIGRATOR_PASSWORD")
                .map(setting -> DynamicTest.dynamicTest(setting, () -> {
                    Map<String, String> environment = without(TICKETS, setting);
                    environment.put("REMIT_DB_MIGRATE", "false");
                    Start start = start("tickets-service", environment);
                    assertFalse(start.said.contains(setting), start.said);
                    assertTrue(
                            start.said.contains("Communications link failure"),
                            "it got as far as the database: " + start.said);
                }));
    }

    @Test
    void asJsonEachLineIsAnObjectForACollector() throws IOException, InterruptedException {
        Map<String, String> environment = new TreeMap<>(TICKETS);
        environment.put("REMIT_LOG_JSON", "true");
        List<String> lines = start("tickets-service", environment).said.lines().toList();
        assertFalse(lines.isEmpty());
        ObjectMapper json = new ObjectMapper();
        for (String line : lines) {
            JsonNode entry = json.readTree(line);
            for (String member : List.of("timestamp", "level", "loggerName", "message", "service")) {
                assertTrue(entry.path(member).isTextual(), member + " in " + line);
            }
            assertTrue(entry.path("timestamp").asText().endsWith("Z"), line);
        }
    }

    private static Stream<DynamicTest> missing(String module, Map<String, String> environment) {
        return environment.keySet().stream()
                .sorted()
                .map(setting -> DynamicTest.dynamicTest(module + " without " + setting, () -> {
                    Start start = start(module, without(environment, setting));
                    assertNotEquals(0, start.code);
                    assertTrue(start.said.contains(setting), start.said);
                    List<String> others = environment.keySet().stream()
                            .filter(other -> !other.equals(setting) && !setting.startsWith(other))
                            .filter(start.said::contains)
                            .toList();
                    assertEquals(List.of(), others, "only what is missing is named");
                }));
    }

    private static Map<String, String> without(Map<String, String> environment, String setting) {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.remove(setting);
        return rest;
    }

    private record Start(int code, String said) {}

    /** @return how it ended; code 0 where it had to be stopped because it did start */
    private static Start start(String module, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path jar = Path.of("..", module, "target/quarkus-app/quarkus-run.jar")
                .toAbsolutePath()
                .normalize();
        Path log = Files.createTempFile("start", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        // What the first start of a part loads is there for the others.
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + Path.of("target", "unstarted-" + module + ".jsa"),
                        "-Xlog:disable",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("REMIT_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        return new Start(ended ? process.exitValue() : 0, said);
    }
}
