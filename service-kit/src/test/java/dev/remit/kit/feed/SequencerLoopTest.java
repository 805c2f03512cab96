package dev.remit.kit.feed;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SequencerLoopTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    @Timeout(30)
    void whoWaitsForNewsIsSentHomeBeforeTheEnd() throws Exception {
        SequencerLoop sequencer = new SequencerLoop(null, new SimpleMeterRegistry());
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<Boolean> waitsOn = reader.submit(() -> sequencer.awaitNews(sequencer.rounds(), LONG));
            sequencer.sendReadersHome(new ShutdownDelayInitiatedEvent());
            assertFalse(waitsOn.get());
        }
        assertFalse(sequencer.awaitNews(sequencer.rounds(), LONG), "nobody begins to wait any more");
    }
}
