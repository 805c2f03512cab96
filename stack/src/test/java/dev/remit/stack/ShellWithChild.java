package dev.remit.stack;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A shell and the sleeper that it has started, by the numbers that the shell wrote into a file. */
record ShellWithChild(List<Long> pids) {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** @return a script of bash whose shell sleeps with its child until one asks it to end */
    static String tellsItsPids(Path file) {
        return "sleep 600 & echo $$ $! > '" + file + "'; wait";
    }

    /** @return the same, but the shell does not listen to a polite request */
    static String deaf(Path file) {
        return "trap '' TERM; sleep 600 & echo $$ $! > '" + file + "'; while :; do wait; done";
    }

    /** Waits until the shell has told. */
    static ShellWithChild of(Path file) throws IOException {
        await().atMost(SOON)
                .until(() -> Files.exists(file) && Files.readString(file).endsWith("\n"));
        return new ShellWithChild(Stream.of(Files.readString(file).strip().split(" "))
                .map(Long::valueOf)
                .toList());
    }

    List<ProcessHandle> alive() {
        return pids.stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    void awaitEnd() {
        await().atMost(SOON).until(() -> alive().isEmpty());
    }
}
