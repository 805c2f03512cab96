package dev.remit.kit.loop;

import dev.remit.kit.trace.BackgroundWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that takes one step after the other: at once while there is more to do, else after a pause or a nudge. A failing
 * step is taken again, after pauses that double up to ten seconds; not even an {@link Error} ends the thread. Each step is
 * followed under a request id and a trace of its own. Its thread's priority is below that of requests, which counts where the
 * JVM is told to heed priorities: somebody waits for a request, and a loop catches up.
 */
public final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration TIME_TO_STOP = Duration.ofSeconds(5);
    private static final int PRIORITY = 3;
    private static final Set<Loop> STARTED = ConcurrentHashMap.newKeySet();

    /** One step; true when the next one should follow at once. */
    @FunctionalInterface
    public interface Step {
        boolean take() throws Exception;
    }

    private final String name;
    private final Duration pause;
    private final Step step;
    private final Runnable cutShort;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile boolean stepping;
    private volatile long stepBeganNanos;
    private long shortestIntervalNanos;
    private Duration backOff = FIRST_PAUSE;
    private boolean failing;

    public Loop(String name, Duration pause, Step step) {
        this(name, pause, step, () -> {});
    }

    /** @param cutShort called when stopping: ends a step that does nothing but wait */
    public Loop(String name, Duration pause, Step step, Runnable cutShort) {
        this.name = name;
        this.pause = pause;
        this.step = step;
        this.cutShort = cutShort;
        this.thread = Thread.ofPlatform().daemon().name(name).priority(PRIORITY).unstarted(this::run);
    }

    /** Lets a step begin so long after the last one began at the earliest, so that what comes close together is done together. */
    public Loop atMostEvery(Duration interval) {
        shortestIntervalNanos = interval.toNanos();
        return this;
    }

    public void start() {
        thread.start();
        STARTED.add(this);
    }

    /** Those that were started and not stopped since. */
    static List<Loop> started() {
        return List.copyOf(STARTED);
    }

    String name() {
        return name;
    }

    /** What is wrong with the thread of this loop, if anything is. */
    Optional<String> fault(Duration longestStep) {
        if (!thread.isAlive()) {
            return Optional.of("its thread has ended");
        }
        long began = stepBeganNanos;
        return stepping && System.nanoTime() - began > longestStep.toNanos()
                ? Optional.of("has been at one step for longer than " + longestStep.toSeconds() + " s")
                : Optional.empty();
    }

    /**
     * Nudges several that share their work: one that is idle, and those that are at a step, which may have looked before
     * there was something to see. The others come after their pauses, if there is more than these can do until then.
     */
    public static void nudgeOneOf(List<Loop> sharing) {
        sharing.stream().filter(loop -> !loop.isIdle()).forEach(Loop::nudge);
        sharing.stream().filter(Loop::isIdle).findFirst().ifPresent(Loop::nudge);
    }

    /** Whether it waits for its pause to end or for a nudge. */
    boolean isIdle() {
        return !stepping;
    }

    public void nudge() {
        nudges.release();
    }

    /** Lets the present step end; a step that takes too long is interrupted. */
    public void stop() {
        STARTED.remove(this);
        stopping = true;
        nudge();
        cutShort.run();
        try {
            if (!thread.join(TIME_TO_STOP)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            stepBeganNanos = System.nanoTime();
            stepping = true;
            Duration wait = takeStep();
            stepping = false;
            try {
                if (nudges.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    nudges.drainPermits();
                }
                gather();
            } catch (InterruptedException e) {
                // Meant for a step that is over; only being stopped ends this.
            }
        }
    }

    private void gather() throws InterruptedException {
        long left = stepBeganNanos + shortestIntervalNanos - System.nanoTime();
        if (left > 0 && !stopping) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }

    private Duration takeStep() {
        try (BackgroundWork work = BackgroundWork.begin(name)) {
            return takeStep(work);
        }
    }

    private Duration takeStep(BackgroundWork work) {
        try {
            boolean more = step.take();
            backOff = FIRST_PAUSE;
            failing = false;
            if (more) {
                work.done();
            }
            return more ? Duration.ZERO : pause;
        } catch (Throwable e) {
            if (!stopping) {
                // The stack once, then a line each time: a neighbour may be down for long.
                LOG.warnf(failing ? null : e, "%s failed, again in %d ms: %s", name, backOff.toMillis(), e);
                work.failed(e);
            }
            failing = true;
            Duration wait = backOff;
            backOff = backOff.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? backOff.multipliedBy(2) : LONGEST_PAUSE;
            return wait;
        }
    }
}
