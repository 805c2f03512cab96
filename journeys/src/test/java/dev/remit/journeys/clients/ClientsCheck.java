package dev.remit.journeys.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.stack.Stack;
import dev.remit.stack.StackOptions;
import dev.remit.stack.demo.RemitApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The office move of the README, told through the gateway by programs that use generated clients: each in a tenant of its own,
 * and each with the same lines. {@code clients/check} builds them before, in the folder that the property says.
 */
class ClientsCheck {
    private static final Path BUILT = Path.of(System.getProperty("clients.built", "../.remit/clients"));
    private static final Path PROGRAMS = Path.of("..", "clients");
    private static final Path STORY = Path.of("..", "stack", "src", "main", "resources", "demo", "office-move");
    private static final List<String> CALLERS =
            List.of("owner", "desk", "partner", "finance", "psa-sync", "finance-pull");
    private static final String TOLD = """
            EXTRA 4.2
            APPROVED
            1 2025.00 540 min × 150.00/h × 1.5
            2 75.00 travel fee 75.00
            3 1900.00 540 min × 150.00/h × 1.5
            4 lines of CSV
            INV-1001
            """;

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(StackOptions.onFreePorts(Path.of("target", "stack-of-ClientsCheck")));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop();
        }
    }

    @Test
    void inTypeScript() throws Exception {
        assertEquals(TOLD, said(Map.of(), "node", built("typescript/built/story.js")));
    }

    @Test
    void inJava() throws Exception {
        String classpath = built("java/built") + ":"
                + Files.readString(BUILT.resolve("java/classpath")).strip();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertEquals(TOLD, said(Map.of(), java, "-Dstdout.encoding=UTF-8", "-cp", classpath, "Story"));
    }

    @Test
    void inPython() throws Exception {
        Map<String, String> settings = Map.of("PYTHONPATH", built("python"), "PYTHONIOENCODING", "UTF-8");
        assertEquals(
                TOLD,
                said(
                        settings,
                        built("venv/bin/python"),
                        PROGRAMS.resolve("python/story.py").toString()));
    }

    private static String said(Map<String, String> settings, String... command)
            throws IOException, InterruptedException {
        RemitApi api = stack.apiOfOwnTenant();
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(settings);
        program.environment().put("REMIT_URL", stack.gatewayUrl());
        program.environment().put("REMIT_STORY", STORY.toString());
        CALLERS.forEach(caller -> program.environment()
                .put("TOKEN_" + caller.toUpperCase(Locale.ROOT).replace('-', '_'), api.token(caller)));
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, running.waitFor(), said);
        return said;
    }

    private static String built(String path) {
        return BUILT.resolve(path).toAbsolutePath().normalize().toString();
    }
}
