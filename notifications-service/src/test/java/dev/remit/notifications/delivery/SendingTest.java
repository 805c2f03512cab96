package dev.remit.notifications.delivery;

import static org.awaitility.Awaitility.await;

import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.NotificationsTest;
import dev.remit.notifications.outbound.Guard;
import dev.remit.notifications.testing.Receiver;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;

/** A test that sends by workers of its own, each as a replica would. */
abstract class SendingTest extends NotificationsTest {
    @Inject
    DeliveryQueue queue;

    @Inject
    DeliveryWork work;

    @Inject
    Sender sender;

    @Inject
    Guard guard;

    @Inject
    KnownTenants known;

    @Inject
    TenantClock clock;

    @Inject
    InstantSource wall;

    private final List<DeliveryLoop> workers = new ArrayList<>();
    private final List<Receiver> receivers = new ArrayList<>();

    /** Sends what is due from now on. */
    DeliveryLoop worker() {
        DeliveryLoop worker = new DeliveryLoop(
                queue, work, sender, guard, known, clock, wall, new SimpleMeterRegistry(), new Sending());
        worker.start(null);
        workers.add(worker);
        return worker;
    }

    Receiver receiver(Receiver.Behaviour behaviour) {
        Receiver receiver = new Receiver(behaviour);
        receivers.add(receiver);
        return receiver;
    }

    static void soon(Callable<Boolean> holds) {
        await().atMost(Duration.ofSeconds(20)).until(holds);
    }

    /** Something holds for as long as a worker needs to look several times at what is due. */
    static void stays(Callable<Boolean> holds) {
        await().during(Duration.ofMillis(400)).atMost(Duration.ofSeconds(20)).until(holds);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (DeliveryLoop worker : workers) {
            worker.stop(null);
        }
        receivers.forEach(Receiver::close);
    }

    private static final class Sending implements DeliverySettings {
        @Override
        public boolean send() {
            return true;
        }

        @Override
        public int atOnce() {
            return 64;
        }

        @Override
        public int atOncePerSubscription() {
            return 8;
        }

        @Override
        public int atOncePerReceiver() {
            return 16;
        }

        @Override
        public Duration claimedFor() {
            throw new IllegalStateException("The service's own counts");
        }

        @Override
        public Duration kept() {
            throw new IllegalStateException("The service's own counts");
        }
    }
}
