package dev.remit.stack;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A process that is started again when it ends without having been told to, after a pause that doubles from crash to crash
 * until it has run for a while. Only one that was ready once is started again: one that cannot start says why and stays away.
 */
final class Supervised {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration A_WHILE = Duration.ofMinutes(2);

    private final String name;
    private final Supplier<LeashedProcess> starter;
    private final Duration firstPause;
    private final Consumer<String> progress;
    private LeashedProcess process;
    private boolean keptRunning;
    private boolean pausing;
    private long startedNanos;
    private Duration pause;

    /**
     * @param starter starts the process
     * @param progress receives a line for each crash
     */
    Supervised(String name, Supplier<LeashedProcess> starter, Consumer<String> progress) {
        this(name, starter, FIRST_PAUSE, progress);
    }

    /** @param firstPause before it is started again after a first crash */
    Supervised(String name, Supplier<LeashedProcess> starter, Duration firstPause, Consumer<String> progress) {
        this.name = name;
        this.starter = starter;
        this.firstPause = firstPause;
        this.progress = progress;
        this.pause = firstPause;
    }

    /**
     * Starts it unless it runs, returns once it is ready, and starts it again from then on until it is stopped or killed.
     *
     * @param what it is to be ready for, in words
     * @param limit how long that may take
     * @param ready asked again and again
     * @throws StackException when it does not become ready; it is stopped then
     */
    void start(String what, Duration limit, BooleanSupplier ready) {
        LeashedProcess started = running();
        try {
            Waiting.until(what, limit, () -> {
                started.requireAlive();
                return ready.getAsBoolean();
            });
        } catch (StackException e) {
            stopIfStill(started);
            throw e;
        }
        keepRunning(started);
    }

    /** Starts it unless it runs, and leaves it alone when it ends. */
    synchronized LeashedProcess running() {
        if (!isRunning()) {
            LeashedProcess started = starter.get();
            process = started;
            startedNanos = System.nanoTime();
            started.whenEnded(code -> ended(started, code));
        }
        return process;
    }

    /** Lets it finish what it is doing; returns when it is gone. */
    synchronized void stop() {
        end(LeashedProcess::stop);
    }

    /** Ends it at once and leaves it so. */
    synchronized void kill() {
        end(LeashedProcess::kill);
    }

    /** From now on it may end by itself and stays away then. */
    synchronized void leaveAlone() {
        keptRunning = false;
    }

    synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    private void end(Consumer<LeashedProcess> how) {
        keptRunning = false;
        if (process != null) {
            how.accept(process);
            process = null;
        }
    }

    /** Unless another has been started since. */
    private synchronized void stopIfStill(LeashedProcess started) {
        if (process == started) {
            stop();
        }
    }

    /** Unless it was stopped since it was started. */
    private synchronized void keepRunning(LeashedProcess started) {
        if (process == started) {
            keptRunning = true;
            if (!isRunning()) {
                startAgain("has ended");
            }
        }
    }

    private synchronized void ended(LeashedProcess which, int code) {
        if (keptRunning && which == process) {
            startAgain("ended with code " + code);
        }
    }

    private void startAgain(String what) {
        if (pausing) {
            return;
        }
        pausing = true;
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
        pausing = false;
        if (!keptRunning || isRunning()) {
            return;
        }
        try {
            running();
        } catch (StackException e) {
            startAgain("could not be started: " + e.getMessage() + "; it has ended");
        }
    }
}
