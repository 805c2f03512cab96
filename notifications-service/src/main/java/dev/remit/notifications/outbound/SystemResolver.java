package dev.remit.notifications.outbound;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the machine's own resolver. It cannot be interrupted, and would hold a virtual thread's carrier, so it is asked on
 * threads of its own, of which there are so many that names whose servers are silent keep no others waiting.
 */
@ApplicationScoped
class SystemResolver implements NameResolver {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int THREADS = 64;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("names-", 1).factory());

    @Override
    public List<InetAddress> resolve(String name) throws UnknownHostException {
        Future<List<InetAddress>> asked;
        try {
            asked = threads.submit(() -> List.of(InetAddress.getAllByName(name)));
        } catch (RejectedExecutionException e) {
            throw new UnknownHostException("Too many hosts were being looked up.");
        }
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnknownHostException("No address is known for the host.");
        } catch (TimeoutException e) {
            throw new UnknownHostException("No name server answered in time.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("The call was broken off here.");
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
