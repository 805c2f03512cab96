package dev.remit.kit.feed;

import dev.remit.kit.loop.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Sequences whenever something was committed here, and every so often what others committed and did not live to sequence. */
@ApplicationScoped
class SequencerLoop {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration GATHERED = Duration.ofMillis(20);

    private final Loop loop;
    private final AtomicLong rounds = new AtomicLong();
    /** No monitor: on Java 21 one would hold the carrier of the virtual thread that waits. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition news = lock.newCondition();
    private boolean ending;

    SequencerLoop(Sequencer sequencer, MeterRegistry metrics) {
        this.loop = new Loop("feed-sequencer", PAUSE, () -> {
                    int sequenced = sequencer.sequence();
                    if (sequenced > 0) {
                        announce();
                    }
                    return sequenced == Sequencer.BATCH;
                })
                .atMostEvery(GATHERED);
        Gauge.builder("remit.outbox.depth", sequencer, Sequencer::depth)
                .description("Committed events that no reader can see yet")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    /** Requests that are being answered are waited for next, and readers who wait for news are among them. */
    void sendReadersHome(@Observes ShutdownDelayInitiatedEvent event) {
        lock.lock();
        try {
            ending = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    void nudge() {
        loop.nudge();
    }

    /** How often something was sequenced here; to be passed to {@link #awaitNews}. */
    long rounds() {
        return rounds.get();
    }

    private void announce() {
        lock.lock();
        try {
            rounds.incrementAndGet();
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns when something was sequenced here after {@code seen}, at the latest after a while.
     *
     * @return whether to wait on; false once this service is about to end
     */
    boolean awaitNews(long seen, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (rounds.get() == seen && !ending && left > 0) {
                left = news.awaitNanos(left);
            }
            return !ending;
        } finally {
            lock.unlock();
        }
    }
}
