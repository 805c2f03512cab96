package dev.remit.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A stack in a process of its own that outlives the terminal. */
final class Background {
    private static final Duration UP_LIMIT = Duration.ofMinutes(10);

    private final Path state;
    private final Path log;
    private long shown;

    Background(Path state) {
        this.state = state;
        this.log = state.resolve("stack.log");
    }

    /** Starts one, shows its progress and returns once it is healthy. */
    int up() {
        if (RunningStack.of(state).isPresent()) {
            System.out.println("Remit is up already");
            return 0;
        }
        if (StackLock.holder(state).isPresent()) {
            throw new StackException("Remit is starting already: see " + log);
        }
        try {
            Files.createDirectories(state);
            LogFiles.bound(state, LogFiles.SIZE);
            shown = Files.exists(log) ? Files.size(log) : 0;
            Process process = new ProcessBuilder(List.of(
                            "nohup",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Stack.class.getName(),
                            "run"))
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Waiting.until("Remit is healthy", UP_LIMIT, () -> {
                show();
                return !process.isAlive() || RunningStack.of(state).isPresent();
            });
            show();
            return process.isAlive() ? 0 : 1;
        } catch (IOException e) {
            throw new StackException("Could not start in the background: " + e.getMessage(), e);
        }
    }

    private void show() {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[Math.toIntExact(file.length() - shown)];
            file.seek(shown);
            file.readFully(fresh);
            shown += fresh.length;
            OutputStream terminal = System.out;
            terminal.write(fresh);
            terminal.flush();
        } catch (IOException e) {
            throw new StackException("Could not read " + log, e);
        }
    }
}
