package dev.remit.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashedProcessTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TELLS_ITS_PIDS = "sleep 600 & echo $$ $! > pids; wait";
    private static final String DEAF = "trap '' TERM; sleep 600 & echo $$ $! > pids; while :; do wait; done";

    @TempDir
    Path folder;

    @Test
    void stopsTheWholeFamily() throws IOException {
        LeashedProcess process = start(TELLS_ITS_PIDS, Duration.ofSeconds(10));
        List<ProcessHandle> family = family();
        process.stop();
        assertFalse(process.isAlive());
        assertAllGone(family);
    }

    @Test
    void endsByForceWhatDoesNotListen() throws IOException {
        LeashedProcess process = start(DEAF, Duration.ofSeconds(1));
        List<ProcessHandle> family = family();
        process.stop();
        assertFalse(process.isAlive());
        assertAllGone(family);
    }

    @Test
    void killsWithoutWaiting() throws IOException {
        LeashedProcess process = start(DEAF, Duration.ofSeconds(500));
        List<ProcessHandle> family = family();
        process.kill();
        assertFalse(process.isAlive());
        assertAllGone(family);
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
            List<ProcessHandle> family = family();
            parent.destroyForcibly();
            assertAllGone(family);
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

    private List<ProcessHandle> family() throws IOException {
        Path pids = folder.resolve("pids");
        await().atMost(SOON)
                .until(() -> Files.exists(pids) && Files.readString(pids).endsWith("\n"));
        return List.of(Files.readString(pids).strip().split(" ")).stream()
                .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                .toList();
    }

    private static void assertAllGone(List<ProcessHandle> family) {
        await().atMost(SOON).until(() -> family.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Starts a leashed process and stays until it is killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            LeashedProcess.start(
                    "a sleeper",
                    List.of("bash", "-c", TELLS_ITS_PIDS),
                    Map.of(),
                    folder.resolve("sleeper.log"),
                    Duration.ofSeconds(1));
            System.out.println("started");
            System.in.read();
        }
    }
}
