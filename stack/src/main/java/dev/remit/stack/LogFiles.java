package dev.remit.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Keeps a folder of logs bounded: a log above its size becomes {@code .1}, what was that {@code .2}, and so on, and the oldest
 * goes. Whoever writes a log goes on writing at its beginning, since all open theirs for appending.
 */
final class LogFiles {
    static final long SIZE = 10_000_000;
    static final int OLD = 4;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private LogFiles() {}

    /** Looks after a folder as long as this JVM lives. */
    static void watch(Path folder) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                try {
                    bound(folder, SIZE);
                } catch (UncheckedIOException e) {
                    // A full disk, say: the next look may do.
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

    /** Turns over each log of the folder that is larger than {@code size} bytes. */
    static void bound(Path folder, long size) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            for (Path log : logs) {
                if (Files.size(log) > size) {
                    turnOver(log);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void turnOver(Path log) throws IOException {
        for (int old = OLD; old > 1; old--) {
            if (Files.exists(old(log, old - 1))) {
                Files.move(old(log, old - 1), old(log, old), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(log, old(log, 1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    private static Path old(Path log, int number) {
        return log.resolveSibling(log.getFileName() + "." + number);
    }
}
