package dev.remit.engines;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * How much work a calculation may do, counted down as it walks: a step is a local date or a window that is looked at, a
 * change of band costs {@value #BAND_CHANGE}. It knows no clock; whoever watches one says when to stop. A bounded one is for
 * one calculation and one thread.
 */
public final class StepBudget {
    /** Steps that a change of band costs: it is looked up in several tables. */
    public static final int BAND_CHANGE = 20;

    /** For calculations whose size is known to be small; safe to share. */
    public static final StepBudget UNBOUNDED = new StepBudget(Long.MAX_VALUE, () -> false);

    private final long limit;
    private final BooleanSupplier stopped;
    private long left;

    /**
     * @param steps how many may be taken, at least 1
     * @param stopped asked at every turn; once it says so, nobody waits for the answer any more
     */
    public StepBudget(long steps, BooleanSupplier stopped) {
        this.limit = steps;
        this.left = steps;
        this.stopped = Objects.requireNonNull(stopped, "stopped");
    }

    /** Whether it was asked for more steps than it had. */
    public boolean isOverdrawn() {
        return left < 0;
    }

    /**
     * Takes so many steps.
     *
     * @throws TooMuchWork when there are not so many left
     * @throws WorkStopped when the work is to stop
     */
    public void spend(long steps) {
        if (limit == Long.MAX_VALUE) {
            return;
        }
        if (stopped.getAsBoolean()) {
            throw new WorkStopped();
        }
        left -= steps;
        if (left < 0) {
            throw new TooMuchWork(limit);
        }
    }
}
