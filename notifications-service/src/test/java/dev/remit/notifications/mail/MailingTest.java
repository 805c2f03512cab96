package dev.remit.notifications.mail;

import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.time.TenantClock;
import dev.remit.notifications.NotificationsTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** A test that sends when it wants to, as a replica would. */
abstract class MailingTest extends NotificationsTest {
    @Inject
    MailQueue queue;

    @Inject
    MailWork work;

    @Inject
    Postman postman;

    @Inject
    KnownTenants known;

    @Inject
    TenantClock clock;

    @Inject
    InstantSource wall;

    @Inject
    MailSending settings;

    /** Sends all that is due. */
    void send() {
        MailLoop loop = new MailLoop(queue, work, postman, known, clock, wall, new SimpleMeterRegistry(), settings);
        while (loop.step()) {
            // Another tenant's turn.
        }
    }
}
