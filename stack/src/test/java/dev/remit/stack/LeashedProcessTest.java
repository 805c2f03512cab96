package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashedProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void stopsTheWholeFamily() throws IOException {
        LeashedProcess process = start(ShellWithChild.tellsItsPids(pids()), Duration.ofSeconds(10));
        ShellWithChild family = ShellWithChild.of(pids());
        process.stop();
        assertFalse(process.isAlive());
        family.awaitEnd();
    }

    @Test
    void endsByForceWhatDoesNotListen() throws IOException {
        LeashedProcess process = start(ShellWithChild.deaf(pids()), Duration.ofSeconds(1));
        ShellWithChild family = ShellWithChild.of(pids());
        process.stop();
        assertFalse(process.isAlive());
        family.awaitEnd();
    }

    @Test
    void killsWithoutWaiting() throws IOException {
        LeashedProcess process = start(ShellWithChild.deaf(pids()), Duration.ofSeconds(500));
        ShellWithChild family = ShellWithChild.of(pids());
        process.kill();
        assertFalse(process.isAlive());
        family.awaitEnd();
    }

    @Test
    void endsWithItsParentEvenIfThatIsKilled() throws IOException {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .start();
        try (BufferedReader said = parent.inputReader()) {
            assertEquals("started", said.readLine());
            ShellWithChild family = ShellWithChild.of(pids());
            parent.destroyForcibly();
            family.awaitEnd();
        }
    }

    @Test
    void tellsHowItEndedAndWhatItSaid() {
        LeashedProcess process = start("echo the disk is full; exit 7", Duration.ofSeconds(1));
        assertEquals(7, process.await(SOON));
        StackException failure = assertThrows(StackException.class, process::requireAlive);
        assertTrue(failure.getMessage().contains("code 7"), failure.getMessage());
        assertTrue(failure.getMessage().contains("the disk is full"), failure.getMessage());
    }

    private LeashedProcess start(String script, Duration grace) {
        return LeashedProcess.start(
                "a sleeper", List.of("bash", "-c", script), Map.of(), folder.resolve("sleeper.log"), grace);
    }

    private Path pids() {
        return folder.resolve("pids");
    }

    /** Starts a leashed process and stays until it is killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            LeashedProcess.start(
                    "a sleeper",
                    List.of("bash", "-c", ShellWithChild.tellsItsPids(folder.resolve("pids"))),
                    Map.of(),
                    folder.resolve("sleeper.log"),
                    Duration.ofSeconds(1));
            System.out.println("started");
            System.in.read();
        }
    }
}
