package dev.remit.kit.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.StepBudget;
import dev.remit.engines.TooMuchWork;
import dev.remit.engines.WorkStopped;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimulationPoolTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    private final SimulationPool pool = new SimulationPool(() -> 2);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        pool.close();
    }

    @Test
    void oneTenantHasOneAtATimeAndAnotherIsNotKept() throws InterruptedException {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<CompletableFuture<Integer>> own = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            own.add(pool.run(ONE, budget -> {
                        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                        await();
                        atOnce.decrementAndGet();
                        return number;
                    })
                    .subscribeAsCompletionStage());
        }
        assertEquals("other", pool.run(OTHER, budget -> "other").await().indefinitely());
        release.countDown();
        for (int i = 0; i < 3; i++) {
            assertEquals(i, own.get(i).join());
        }
        assertEquals(1, most.get());
    }

    @Test
    void aTenantWithMoreWaitingThanItMayIsToldToComeBackAndAnotherIsTaken() {
        for (int i = 0; i <= SimulationPool.MOST_WAITING_OF_A_TENANT; i++) {
            pool.run(ONE, this::wait).subscribe().with(answer -> {}, failure -> {});
        }
        Problem refused = assertThrows(
                Problem.class, () -> pool.run(ONE, this::wait).await().indefinitely());
        assertEquals(ProblemType.TOO_MANY_REQUESTS, refused.type());
        assertEquals("other", pool.run(OTHER, budget -> "other").await().indefinitely());
    }

    @Test
    void theTenantWhoseLastTurnIsLongestAgoComesFirst() {
        SimulationPool single = new SimulationPool(() -> 1);
        try {
            List<String> order = Collections.synchronizedList(new ArrayList<>());
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (String name : List.of("one a", "one b", "one c")) {
                answers.add(run(single, ONE, name, order));
            }
            answers.add(run(single, OTHER, "other", order));
            release.countDown();
            answers.forEach(CompletableFuture::join);
            assertEquals(List.of("one a", "other", "one b", "one c"), order);
        } finally {
            single.close();
        }
    }

    private CompletableFuture<String> run(SimulationPool pool, UUID tenant, String name, List<String> order) {
        return pool.run(tenant, budget -> {
                    await();
                    order.add(name);
                    return name;
                })
                .subscribeAsCompletionStage();
    }

    @Test
    void itIsComputedWithTheLowestPriorityAndAnsweredWithTheUsualOne() {
        AtomicInteger answering = new AtomicInteger();
        int computing = pool.run(ONE, budget -> Thread.currentThread().getPriority())
                .onItem()
                .invoke(answer -> answering.set(Thread.currentThread().getPriority()))
                .await()
                .indefinitely();
        assertEquals(Thread.MIN_PRIORITY, computing);
        assertEquals(Thread.NORM_PRIORITY, answering.get());
    }

    @Test
    void whatTakesTooLongIsAnsweredAndStopped() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Problem late = assertThrows(
                Problem.class, () -> pool.run(ONE, Duration.ofMillis(50), budget -> spendFor(budget, ended))
                        .await()
                        .indefinitely());
        assertEquals(ProblemType.GATEWAY_TIMEOUT, late.type());
        assertTrue(ended.await(10, TimeUnit.SECONDS));
    }

    @Test
    void itEndsWhenItsCallerHasGone() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Cancellable caller = pool.run(ONE, budget -> {
                    begun.countDown();
                    return spendFor(budget, ended);
                })
                .subscribe()
                .with(answer -> {}, failure -> {});
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        caller.cancel();
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        CountDownLatch next = new CountDownLatch(1);
        pool.run(ONE, budget -> "next").subscribe().with(answer -> next.countDown());
        assertTrue(next.await(10, TimeUnit.SECONDS));
    }

    @Test
    void moreStepsThanOneRequestMayTakeAreRefused() {
        assertThrows(TooMuchWork.class, () -> pool.run(THIRD, budget -> {
                    budget.spend(SimulationPool.MOST_STEPS);
                    budget.spend(1);
                    return "never";
                })
                .await()
                .indefinitely());
    }

    private String wait(StepBudget budget) {
        await();
        return "done";
    }

    private void await() {
        try {
            release.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String spendFor(StepBudget budget, CountDownLatch ended) {
        try {
            while (true) {
                budget.spend(0);
            }
        } catch (WorkStopped stopped) {
            ended.countDown();
            throw stopped;
        }
    }
}
