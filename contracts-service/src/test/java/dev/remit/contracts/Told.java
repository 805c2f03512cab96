package dev.remit.contracts;

import static org.awaitility.Awaitility.await;

import dev.remit.kit.feed.Feed;
import dev.remit.kit.tenancy.Tenancy;
import java.util.UUID;

/** What the feed tells of a tenant. */
public final class Told {
    private static final int ALL = 200;

    private Told() {}

    /** Waits until it is told whether an account's tokens are good. */
    public static void awaitAccount(Tenancy tenancy, Feed feed, UUID tenant, String subject, boolean active) {
        await().until(() -> tenancy.callAs(tenant, () -> feed.ofTenant(0, ALL)).items().stream()
                .filter(item -> item.type().equals("AccountChanged"))
                .filter(item -> item.payload().path("subject").asText().equals(subject))
                .anyMatch(item -> item.payload().path("active").asBoolean() == active));
    }
}
