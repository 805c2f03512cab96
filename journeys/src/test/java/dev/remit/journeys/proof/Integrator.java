package dev.remit.journeys.proof;

import dev.remit.stack.demo.RemitApi.UnexpectedAnswer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Calls Remit as a careful integrator does: whatever breaks off, is busy or is away is asked again, in the same words and
 * under the same key, until there is an answer.
 */
public final class Integrator {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final String BROKEN_OFF = "connection";

    private final Map<String, LongAdder> repeated = new ConcurrentHashMap<>();
    private final Queue<String> unforeseen = new ConcurrentLinkedQueue<>();

    /**
     * The answer, however often it takes.
     *
     * @param call the same request each time
     */
    public <T> T insist(Supplier<T> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return call.get();
            } catch (UnexpectedAnswer answer) {
                if (!mayBeRepeated(answer) || System.nanoTime() > end) {
                    throw answer;
                }
                count(Integer.toString(answer.status()));
                if (answer.status() == 500) {
                    unforeseen.add(answer.getMessage());
                }
            } catch (UncheckedIOException brokenOff) {
                if (System.nanoTime() > end) {
                    throw brokenOff;
                }
                count(BROKEN_OFF);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean mayBeRepeated(UnexpectedAnswer answer) {
        return answer.status() >= 500 || answer.status() == 429 || answer.isProblem("busy");
    }

    private void count(String why) {
        repeated.computeIfAbsent(why, key -> new LongAdder()).increment();
    }

    /** How often a request was repeated, by the status that made it so. */
    public SortedMap<String, Long> repeated() {
        SortedMap<String, Long> counts = new TreeMap<>();
        repeated.forEach((why, count) -> counts.put(why, count.sum()));
        return counts;
    }

    /** Answers that blame nobody but Remit: whatever is away, there must be none. */
    public Queue<String> unforeseen() {
        return unforeseen;
    }
}
