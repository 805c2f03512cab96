package dev.remit.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A process that is started again when it ends without having been told to, after a pause that doubles from crash to crash
 * until it has run for a while. Only one that was ready once is started again: one that cannot start says why and stays away.
 */
final class Supervised {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final String name;
    private final Supplier<LeashedProcess> starter;
    private final Duration firstPause;
    private final Consumer<String> progress;
    private LeashedProcess process;
    private boolean keptRunning;
    private long startedNanos;
    private Duration pause;

    /**
     * @param starter starts the process
     * @param firstPause before it is started again after a first crash
     * @param progress receives a line for each crash
     */
    Supervised(String name, Supplier<LeashedProcess> starter, Duration firstPause, Consumer<String> progress) {
        this.name = name;
        this.starter = starter;
        this.firstPause = firstPause;
        this.progress = progress;
        this.pause = firstPause;
    }

    /** Starts the process unless it runs. */
    synchronized LeashedProcess running() {
        if (!isRunning()) {
            process = starter.get();
            startedNanos = System.nanoTime();
            LeashedProcess started = process;
            started.whenEnded(code -> ended(started, code));
        }
        return process;
    }

    /** From now on it is started again, until it is stopped or killed. */
    synchronized void keepRunning() {
        keptRunning = true;
        if (!isRunning()) {
            startAgain("has ended");
        }
    }

    /** Lets it finish what it is doing; returns when it is gone. */
    synchronized void stop() {
        keptRunning = false;
        if (process != null) {
            process.stop();
        }
    }

    /** Ends it at once and leaves it so. */
    synchronized void kill() {
        keptRunning = false;
        if (process != null) {
            process.kill();
        }
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    private synchronized void ended(LeashedProcess which, int code) {
        if (keptRunning && which == process) {
            startAgain("ended with code " + code);
        }
    }

    private void startAgain(String what) {
        if (System.nanoTime() - startedNanos > A_WHILE.toNanos()) {
            pause = firstPause;
        }
        Duration now = pause;
        pause = now.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? now.multipliedBy(2) : LONGEST_PAUSE;
        progress.accept("%s %s by itself; it is started again in %d ms".formatted(name, what, now.toMillis()));
        Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(now.toNanos());
            onceMore();
        });
    }

    private synchronized void onceMore() {
        if (keptRunning && !isRunning()) {
            running();
        }
    }
}
