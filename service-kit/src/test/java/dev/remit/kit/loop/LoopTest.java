package dev.remit.kit.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.trace.Trace;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration SOON = Duration.ofMillis(1);

    private final LoopHealth health = new LoopHealth();

    @Test
    void notEvenAnErrorEndsIt() {
        AtomicInteger steps = new AtomicInteger();
        Loop loop = new Loop("erring", SOON, () -> {
            if (steps.incrementAndGet() < 3) {
                throw new StackOverflowError();
            }
            return false;
        });
        loop.start();
        Awaitility.await().until(() -> steps.get() > 3);
        assertEquals(Optional.empty(), loop.fault(Duration.ofMinutes(1)));
        loop.stop();
    }

    @Test
    void anInterruptThatComesTooLateDoesNotEndIt() {
        AtomicInteger steps = new AtomicInteger();
        Loop loop = new Loop("interrupted", SOON, () -> {
            steps.incrementAndGet();
            Thread.currentThread().interrupt();
            return false;
        });
        loop.start();
        Awaitility.await().until(() -> steps.get() > 3);
        loop.stop();
    }

    @Test
    void eachStepIsFollowedUnderAnIdOfItsOwn() {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        Loop loop = new Loop("followed", SOON, () -> {
            ids.add(Trace.operation() + " " + Trace.requestId());
            return false;
        });
        loop.start();
        Awaitility.await().until(() -> ids.size() > 1);
        loop.stop();
        assertTrue(ids.stream().allMatch(id -> id.startsWith("followed ")), ids::toString);
    }

    @Test
    void itsStepsHaveALowerPriorityThanRequests() {
        AtomicInteger priority = new AtomicInteger();
        Loop loop = new Loop("low", SOON, () -> {
            priority.set(Thread.currentThread().getPriority());
            return false;
        });
        loop.start();
        Awaitility.await().until(() -> priority.get() > 0);
        loop.stop();
        assertTrue(priority.get() < Thread.NORM_PRIORITY, priority::toString);
    }

    @Test
    void oneThatIsStuckInAStepIsNotAliveUntilItGoesOn() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Loop loop = new Loop("stuck", SOON, () -> {
            inside.countDown();
            release.await();
            return false;
        });
        loop.start();
        inside.await();
        assertEquals(Status.UP, health.check(Duration.ofMinutes(1)).getStatus());
        Awaitility.await()
                .untilAsserted(() -> assertEquals(
                        Status.DOWN, health.check(Duration.ofMillis(10)).getStatus()));
        assertTrue(health.check(Duration.ofMillis(10)).getData().orElseThrow().containsKey("stuck"));
        release.countDown();
        loop.stop();
        assertEquals(Status.UP, health.check(Duration.ZERO).getStatus());
    }

    @Test
    void oneWithoutAThreadIsAtFault() {
        assertTrue(new Loop("ended", SOON, () -> false)
                .fault(Duration.ofMinutes(1))
                .isPresent());
    }
}
