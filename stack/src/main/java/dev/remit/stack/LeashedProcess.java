package dev.remit.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * A process that does not outlive this JVM, however the JVM ends: it runs under the {@code leash} script, which ends it
 * when the pipe to this JVM closes.
 */
final class LeashedProcess {
    private static final int TAIL_LINES = 15;

    private final String name;
    private final Process leash;
    private final Path log;
    private final Duration grace;

    private LeashedProcess(String name, Process leash, Path log, Duration grace) {
        this.name = name;
        this.leash = leash;
        this.log = log;
        this.grace = grace;
    }

    /**
     * @param name what people call it in progress lines and errors
     * @param environment added to this JVM's own
     * @param log both output streams are appended to it
     * @param grace how long it may take to stop when asked, in whole seconds
     */
    static LeashedProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Duration grace) {
        List<String> leashed = new ArrayList<>();
        leashed.add(Checkout.script("leash").toString());
        leashed.add(Long.toString(grace.toSeconds()));
        leashed.addAll(command);
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(leashed)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .directory(log.getParent().toFile());
            builder.environment().putAll(environment);
            return new LeashedProcess(name, builder.start(), log, grace);
        } catch (IOException e) {
            throw new StackException("Could not start " + name + ": " + e.getMessage(), e);
        }
    }

    /** @param listener told the exit code once the process has ended, however it did */
    void whenEnded(IntConsumer listener) {
        // On a thread of its own: the one that tells of exits must stay free for whoever waits for this one.
        leash.onExit().thenAcceptAsync(ended -> listener.accept(ended.exitValue()), Thread::startVirtualThread);
    }

    boolean isAlive() {
        return leash.isAlive();
    }

    /** @throws StackException with the end of the log, when the process has ended by itself */
    void requireAlive() {
        if (!leash.isAlive()) {
            throw new StackException(
                    name + " ended with code " + leash.exitValue() + "; the end of " + log + ":\n" + logTail());
        }
    }

    /** Waits until it ends by itself. @return its exit code */
    int await(Duration limit) {
        try {
            if (leash.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return leash.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        throw new StackException(
                name + " took longer than " + limit.toSeconds() + " s; the end of " + log + ":\n" + logTail());
    }

    /** Asks it to end, waits until it has, and ends it by force once its grace is over. */
    void stop() {
        try {
            leash.getOutputStream().close();
            if (!leash.waitFor(grace.toMillis() + 2_000, TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        ProcessTree.kill(leash.toHandle());
    }

    String logTail() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
