package dev.remit.kit.access;

import dev.remit.kit.loop.Loop;
import dev.remit.kit.tenants.KnownTenants;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Puts accesses on record off the paths of their requests: they wait in a queue of bounded length and are written in
 * batches. What finds the queue full is counted, never lost unseen.
 */
@ApplicationScoped
public class AccessRecords {
    private static final Logger LOG = Logger.getLogger(AccessRecords.class);
    private static final int CAPACITY = 20_000;
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Requests that name nobody can be sent by anybody, so a batch has room for few. */
    private static final int NAMELESS_A_TURN = 50;

    private final AccessTable table;
    private final KnownTenants tenants;
    private final InstantSource clock;
    private final Counter dropped;
    private final BlockingQueue<Access> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicInteger nameless = new AtomicInteger();
    private final List<Access> batch = new ArrayList<>();
    private final Loop loop = new Loop("access-record", PAUSE, this::write);

    AccessRecords(AccessTable table, KnownTenants tenants, InstantSource clock, MeterRegistry meters) {
        this.table = table;
        this.tenants = tenants;
        this.clock = clock;
        this.dropped = Counter.builder("remit.access.record.dropped")
                .description("Accesses that could not be put on record, because more came than could be written")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
        try {
            while (!waiting.isEmpty() || !batch.isEmpty()) {
                write();
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "%d accesses could not be put on record before the end", waiting.size() + batch.size());
        }
    }

    void put(Access access) {
        boolean tooMany = access.subject() == null && nameless.incrementAndGet() > NAMELESS_A_TURN;
        if (tooMany || !waiting.offer(access)) {
            dropped.increment();
        }
    }

    /** A batch that cannot be written waits for the next turn. Taken by the loop, and at the end by whoever stops it. */
    private synchronized boolean write() {
        nameless.set(0);
        if (batch.isEmpty()) {
            waiting.drainTo(batch, BATCH);
            // A token outlives its tenant, and a refusal would name its bearer.
            batch.removeIf(access -> tenants.of(access.tenant()).isErased());
        }
        if (batch.isEmpty()) {
            return false;
        }
        table.insert(batch);
        batch.clear();
        return !waiting.isEmpty();
    }

    List<AccessView> page(UUID tenant, AccessFilter filter, UUID before, int limit) {
        return table.page(tenant, filter, before, limit);
    }
}
