package dev.remit.notifications.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.notifications.delivery.ReceivingTenant.Subscribed;
import dev.remit.notifications.testing.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
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
 * receivers and database share the machine, so it is run by name, on one that does nothing else.
 */
@QuarkusTest
class HangingReceiversCheck extends SendingTest {
    private static final Logger LOG = Logger.getLogger(HangingReceiversCheck.class);
    private static final int RECEIVERS = 50;
    private static final int HANGING = 5;
    private static final int A_SECOND = 200;
    private static final int SECONDS = 10;
    private static final long LONGEST_MILLIS = 2_000;

    private final ReceivingTenant tenant = ReceivingTenant.real();
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    @Test
    void theyDelayNoOther() throws Exception {
        List<Subscribed> subscribed = new ArrayList<>();
        for (int i = 0; i < RECEIVERS; i++) {
            subscribed.add(tenant.subscribe(receiver(i < HANGING ? this::hang : this::answer)));
        }
        worker();
        tell(subscribed);
        soon(() -> arrived.keySet().containsAll(told.keySet()));
        List<Long> millis = told.keySet().stream()
                .map(webhook -> TimeUnit.NANOSECONDS.toMillis(arrived.get(webhook) - told.get(webhook)))
                .sorted()
                .toList();
        long late = millis.get(millis.size() * 99 / 100);
        LOG.infof(
                "99 of 100 webhooks arrived within %d ms, half of them within %d", late, millis.get(millis.size() / 2));
        assertEquals(SECONDS * A_SECOND * (RECEIVERS - HANGING) / RECEIVERS, millis.size());
        assertTrue(late < LONGEST_MILLIS, "one in a hundred came after " + late + " ms or later");
    }

    /** Evenly, each of a subject of its own; what is told to those that hang counts as load alone. */
    private void tell(List<Subscribed> subscribed) throws InterruptedException {
        long began = System.nanoTime();
        try (ExecutorService feeds = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < SECONDS * A_SECOND; i++) {
                int to = i % RECEIVERS;
                feeds.execute(() -> tell(subscribed.get(to), to >= HANGING));
                long due = began + TimeUnit.SECONDS.toNanos(i) / A_SECOND;
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            }
        }
    }

    private void tell(Subscribed to, boolean counts) {
        String webhook = tenant.tell(UUID.randomUUID(), to);
        if (counts) {
            told.put(webhook, System.nanoTime());
        }
    }

    private void answer(Receiver.Received request, OutputStream out) throws IOException {
        arrived.putIfAbsent(ReceivingTenant.id(request), System.nanoTime());
        Receiver.head(out, 204, "X-Nothing: more", "");
    }

    private void hang(Receiver.Received request, OutputStream out) throws InterruptedException {
        Thread.sleep(60_000);
    }
}
