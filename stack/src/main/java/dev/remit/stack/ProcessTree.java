package dev.remit.stack;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process with all that it has started, and what those have. */
final class ProcessTree {
    private static final Duration FORCED_LIMIT = Duration.ofSeconds(30);

    private ProcessTree() {}

    /**
     * Asks all of them to end, and ends by force those that are there when the grace is over. Returns once they are gone, at
     * the latest half a minute after that; does nothing when the root has ended before.
     */
    static void end(ProcessHandle root, Duration grace) {
        List<ProcessHandle> asked = of(root).toList();
        asked.forEach(ProcessHandle::destroy);
        awaitEnd(asked, grace);
        // What has been started since it was asked for is found through whoever did not listen.
        kill(asked.stream()
                .filter(ProcessHandle::isAlive)
                .flatMap(ProcessTree::of)
                .distinct()
                .toList());
    }

    /** Ends all of them at once, as a power cut would; returns once they are gone, after half a minute at the latest. */
    static void kill(ProcessHandle root) {
        kill(of(root).toList());
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(processes, FORCED_LIMIT);
    }

    private static Stream<ProcessHandle> of(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants());
    }

    /** An interrupt does not shorten it: what comes after needs the ports and files of these. */
    private static void awaitEnd(List<ProcessHandle> processes, Duration limit) {
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
