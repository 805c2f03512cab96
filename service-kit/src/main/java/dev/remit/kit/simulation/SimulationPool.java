package dev.remit.kit.simulation;

import dev.remit.engines.StepBudget;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs simulations on threads of their own, one at a time for each tenant, each with so many steps and so much time. The
 * rest waits in a short queue; beyond that a caller is told to come back. A simulation ends when its caller has gone.
 */
@ApplicationScoped
public class SimulationPool {
    /** The most steps that one request may take: less than two seconds on one core. */
    public static final long MOST_STEPS = 80_000_000L;

    static final int MOST_WAITING = 16;
    static final int MOST_WAITING_OF_A_TENANT = 4;
    private static final int THREADS = 2;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String SECONDS_TO_RETRY = "2";

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("simulation-", 1).factory());
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Set<UUID> running = new HashSet<>();

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
                    StepBudget budget = new StepBudget(MOST_STEPS, stopped::get);
                    boolean taken = offer(new Job(tenant, stopped, () -> {
                        try {
                            emitter.complete(simulation.answer(budget));
                        } catch (Exception refused) {
                            emitter.fail(refused);
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

    /** Starts what waits longest and whose tenant has nothing under way. */
    private void start() {
        Iterator<Job> jobs = waiting.iterator();
        while (running.size() < THREADS && jobs.hasNext()) {
            Job job = jobs.next();
            if (running.add(job.tenant())) {
                jobs.remove();
                threads.execute(() -> work(job));
            }
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
    }
}
