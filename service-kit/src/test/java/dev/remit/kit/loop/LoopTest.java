package dev.remit.kit.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
    void stepsOfOneThatGathersBeginSoFarApart() {
        List<Long> began = new CopyOnWriteArrayList<>();
        Duration apart = Duration.ofMillis(30);
        Loop loop = new Loop("gathering", SOON, () -> {
                    began.add(System.nanoTime());
                    return true;
                })
                .atMostEvery(apart);
        loop.start();
        Awaitility.await().until(() -> began.size() > 4);
        loop.stop();
        // Of each step a little has passed when it notes the time.
        assertTrue(began.getLast() - began.getFirst() >= apart.toNanos() * (began.size() - 2), began::toString);
    }

    @Test
    void ofSeveralOneThatIsIdleIsNudgedAndThoseAtAStepAre() throws Exception {
        Duration seldom = Duration.ofMinutes(5);
        List<AtomicInteger> steps = List.of(new AtomicInteger(), new AtomicInteger(), new AtomicInteger());
        CountDownLatch release = new CountDownLatch(1);
        List<Loop> loops = List.of(
                new Loop("busy", seldom, () -> {
                    if (steps.getFirst().incrementAndGet() == 1) {
                        release.await();
                    }
                    return false;
                }),
                new Loop("idle", seldom, () -> steps.get(1).incrementAndGet() < 0),
                new Loop("idle-too", seldom, () -> steps.get(2).incrementAndGet() < 0));
        loops.forEach(Loop::start);
        Awaitility.await().until(() -> steps.stream().allMatch(step -> step.get() == 1));
        Awaitility.await().until(() -> loops.get(1).isIdle() && loops.get(2).isIdle());
        Loop.nudgeOneOf(loops);
        Awaitility.await().until(() -> steps.get(1).get() == 2);
        release.countDown();
        Awaitility.await().until(() -> steps.getFirst().get() == 2);
        assertEquals(1, steps.get(2).get());
        loops.forEach(Loop::stop);
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
