package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void endsAllThatListen() throws IOException {
        Process root = bash(ShellWithChild.tellsItsPids(pids()));
        ShellWithChild family = ShellWithChild.of(pids());
        assertTimeoutPreemptively(SOON, () -> ProcessTree.end(root.toHandle(), Duration.ofSeconds(500)));
        assertEquals(List.of(), family.alive());
    }

    @Test
    void endsByForceWhatDoesNotListen() throws IOException {
        Process root = bash(ShellWithChild.deaf(pids()));
        ShellWithChild family = ShellWithChild.of(pids());
        ProcessTree.end(root.toHandle(), Duration.ofMillis(200));
        assertEquals(List.of(), family.alive());
    }

    @Test
    void findsWhatWasStartedWhileItWaited() throws IOException {
        Path later = folder.resolve("later");
        Process root = bash("trap : TERM; sleep 600 & echo $$ $! > '" + pids() + "'; wait; sleep 600 & echo $$ $! > '"
                + later + "'; while :; do wait; done");
        ShellWithChild.of(pids());
        ProcessTree.end(root.toHandle(), Duration.ofSeconds(1));
        assertEquals(List.of(), ShellWithChild.of(later).alive());
    }

    @Test
    void aTreeThatHasEndedIsLeftAlone() throws IOException, InterruptedException {
        Process root = bash("exit 3");
        assertEquals(3, root.waitFor());
        ProcessTree.end(root.toHandle(), SOON);
        ProcessTree.kill(root.toHandle());
    }

    private Path pids() {
        return folder.resolve("pids");
    }

    private static Process bash(String script) throws IOException {
        return new ProcessBuilder("bash", "-c", script).inheritIO().start();
    }
}
