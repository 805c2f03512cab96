package dev.remit.kit.simulation;

import dev.remit.engines.StepBudget;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs simulations on threads of their own, {@code remit.simulations.at-once} of them in turns of the tenants, one at a time
 * for each tenant, each with so many steps and so much time. The rest waits in a short queue; beyond that a caller is told to
 * come back. A simulation ends when its caller has gone.
 *
 * <p>The threads have the lowest priority, so that where the JVM is told to heed it ({@code -XX:ThreadPriorityPolicy=1}) they
 * take what requests leave of a processor; they also yield it many times a millisecond, since a priority alone lets whoever
 * wakes up wait for some milliseconds. A thread hands its priority on to those that it starts, for good in a process
 * without rights: so nothing but simulations runs on them, and answers go out from another thread.
 */
@ApplicationScoped
public class SimulationPool {
    /** The most steps that one request may take: less than two seconds on one core. */
    public static final long MOST_STEPS = 80_000_000L;

    static final int MOST_WAITING = 16;
    static final int MOST_WAITING_OF_A_TENANT = 4;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String SECONDS_TO_RETRY = "2";

    private final int atOnce;
    private final ExecutorService threads;
    private final ExecutorService answers = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("simulation-answers").factory());
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Set<UUID> running = new HashSet<>();
    private final Map<UUID, Long> lastTurns = new HashMap<>();
    private long turns;

    SimulationPool(SimulationSettings settings) {
        this.atOnce = settings.atOnce();
        this.threads = Executors.newFixedThreadPool(
                atOnce,
                Thread.ofPlatform()
                        .daemon()
                        .name("simulation-", 1)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
        // Starts the thread now: the first answer would start it from a thread of low priority.
        answers.execute(() -> {});
    }

    /** What is computed. */
    @FunctionalInterface
    public interface Simulation<T> {
        /** Spends from the budget as it goes. */
        T answer(StepBudget budget) throws Exception;
    }

    private record Job(UUID tenant, AtomicBoolean stopped, Runnable work) {}

    /**
     * Puts a simulation into the queue of its tenant.
     *
     * @param simulation is handed the budget that it must spend from; what it throws is the answer's failure
     * @return its answer; fails with too-many-requests when the queue is full, and with gateway-timeout when the time is
     *     over. Cancelling it stops the simulation
     */
    public <T> Uni<T> run(UUID tenant, Simulation<T> simulation) {
        return run(tenant, LONGEST, simulation);
    }

    <T> Uni<T> run(UUID tenant, Duration longest, Simulation<T> simulation) {
        return Uni.createFrom()
                .<T>emitter(emitter -> {
                    AtomicBoolean stopped = new AtomicBoolean();
                    emitter.onTermination(() -> stopped.set(true));
                    StepBudget budget = new StepBudget(MOST_STEPS, new YieldingStop(stopped));
                    boolean taken = offer(new Job(tenant, stopped, () -> {
                        try {
                            T answer = simulation.answer(budget);
                            answers.execute(() -> emitter.complete(answer));
                        } catch (Exception refused) {
                            answers.execute(() -> emitter.fail(refused));
                        }
                    }));
                    if (!taken) {
                        emitter.fail(full());
                    }
                })
                .ifNoItem()
                .after(longest)
                .failWith(() -> Problem.of(
                        ProblemType.GATEWAY_TIMEOUT,
                        "The simulation was stopped after " + longest.toSeconds() + " seconds."));
    }

    private static Problem full() {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "Too many simulations are waiting for their turn.")
                .header("Retry-After", SECONDS_TO_RETRY);
    }

    private synchronized boolean offer(Job job) {
        waiting.removeIf(each -> each.stopped().get());
        long own = waiting.stream()
                .filter(each -> each.tenant().equals(job.tenant()))
                .count();
        if (waiting.size() >= MOST_WAITING || own >= MOST_WAITING_OF_A_TENANT) {
            return false;
        }
        waiting.add(job);
        start();
        return true;
    }

    /** Of the tenants that have nothing under way, the one whose last turn is longest ago comes first. */
    private void start() {
        lastTurns.keySet().removeIf(tenant -> waiting.stream()
                .noneMatch(job -> job.tenant().equals(tenant)));
        while (running.size() < atOnce) {
            Optional<Job> next = waiting.stream()
                    .filter(job -> !running.contains(job.tenant()))
                    .min(Comparator.comparing(job -> lastTurns.getOrDefault(job.tenant(), 0L)));
            if (next.isEmpty()) {
                return;
            }
            Job job = next.get();
            waiting.remove(job);
            running.add(job.tenant());
            lastTurns.put(job.tenant(), ++turns);
            threads.execute(() -> work(job));
        }
    }

    private void work(Job job) {
        try {
            if (!job.stopped().get()) {
                job.work().run();
            }
        } finally {
            finish(job);
        }
    }

    private synchronized void finish(Job job) {
        running.remove(job.tenant());
        start();
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
        answers.shutdown();
    }
}
