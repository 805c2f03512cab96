package dev.remit.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import dev.remit.kit.sql.Sql;
import dev.remit.notifications.delivery.ReceivingTenant.Subscribed;
import dev.remit.notifications.testing.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Two hundred webhooks a second to fifty receivers, of which five hang: the others have theirs within two seconds. Sender,
 * receivers and database share the machine, so it is run by name, on one that does nothing else. A service runs for months, so
 * the first stretch only warms it up.
 */
@QuarkusTest
class HangingReceiversCheck extends SendingTest {
    private static final Logger LOG = Logger.getLogger(HangingReceiversCheck.class);
    private static final int RECEIVERS = 50;
    private static final int HANGING = 5;
    private static final int A_SECOND = 200;
    private static final int SECONDS = Integer.getInteger("delivery.seconds", 20);
    private static final int SECONDS_OF_WARMING_UP = 20;
    private static final long LONGEST_MILLIS = 2_000;

    private final ReceivingTenant tenant = ReceivingTenant.real();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();

    @Inject
    Sql sql;

    @Test
    void theyDelayNoOther() throws Exception {
        List<Subscribed> subscribed = new ArrayList<>();
        for (int i = 0; i < RECEIVERS; i++) {
            subscribed.add(tenant.subscribe(receiver(i < HANGING ? this::hang : this::answer)));
        }
        worker();
        measure("While it warmed up", subscribed, SECONDS_OF_WARMING_UP);
        long late = measure("Then", subscribed, SECONDS);
        assertTrue(late < LONGEST_MILLIS, "one in a hundred came after " + late + " ms or later");
    }

    /** After how many milliseconds one in a hundred arrived or had yet to. */
    private long measure(String when, List<Subscribed> subscribed, int seconds) throws InterruptedException {
        long statements = statements();
        long processor = processor();
        Map<String, Long> told = tell(subscribed, seconds);
        soon(() -> arrived.keySet().containsAll(told.keySet()));
        List<Long> millis = told.keySet().stream()
                .map(webhook -> TimeUnit.NANOSECONDS.toMillis(arrived.get(webhook) - told.get(webhook)))
                .sorted()
                .toList();
        assertEquals(seconds * A_SECOND * (RECEIVERS - HANGING) / RECEIVERS, millis.size());
        long late = millis.get(millis.size() * 99 / 100);
        LOG.infof(
                "%s 99 of 100 webhooks arrived within %d ms, half of them within %d; each took %.1f statements and %.2f ms of"
                        + " processor of this process, what it is to tell and to receive it included",
                when,
                late,
                millis.get(millis.size() / 2),
                (statements() - statements) / (double) millis.size(),
                (processor() - processor) / 1e6 / millis.size());
        return late;
    }

    /**
     * Evenly, each of a subject of its own; what is told to those that hang counts as load alone.
     *
     * @return when each of the others was told
     */
    private Map<String, Long> tell(List<Subscribed> subscribed, int seconds) throws InterruptedException {
        Map<String, Long> told = new ConcurrentHashMap<>();
        long began = System.nanoTime();
        try (ExecutorService feeds = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < seconds * A_SECOND; i++) {
                int to = i % RECEIVERS;
                feeds.execute(() -> {
                    String webhook = tenant.tell(UUID.randomUUID(), subscribed.get(to));
                    if (to >= HANGING) {
                        told.put(webhook, System.nanoTime());
                    }
                });
                long due = began + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
        }
        long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        assertTrue(took <= seconds + 1, "it was not told " + A_SECOND + " times a second: " + took + " s");
        return told;
    }

    private long statements() {
        return Long.parseLong(sql.first("SHOW GLOBAL STATUS LIKE 'Questions'", row -> row.text(2))
                .orElseThrow());
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void answer(Receiver.Received request, OutputStream out) throws IOException {
        arrived.putIfAbsent(ReceivingTenant.id(request), System.nanoTime());
        Receiver.head(out, 204, "X-Nothing: more", "");
    }

    private void hang(Receiver.Received request, OutputStream out) throws InterruptedException {
        Thread.sleep(60_000);
    }
}
