package dev.remit.kit.simulation;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Says at every step of one calculation whether it is to stop, and every {@value #STEPS_OF_A_TURN} steps, less than a tenth of
 * a millisecond, lets whoever waits for the processor go first. For one thread.
 */
final class YieldingStop implements BooleanSupplier {
    private static final int STEPS_OF_A_TURN = 1_024;

    private final AtomicBoolean stopped;
    private int steps;

    YieldingStop(AtomicBoolean stopped) {
        this.stopped = stopped;
    }

    @Override
    public boolean getAsBoolean() {
        if (++steps == STEPS_OF_A_TURN) {
            steps = 0;
            Thread.yield();
        }
        return stopped.get();
    }
}
