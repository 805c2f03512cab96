package dev.remit.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.kit.feed.Feed;
import dev.remit.kit.feed.TenantFeedPage.Item;
import dev.remit.kit.tenancy.Tenancy;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What the feed tells of a tenant. */
public final class Told {
    private static final int ALL = 200;

    private Told() {}

    /** Waits until it is told whether an account's tokens are good. */
    public static void awaitAccount(Tenancy tenancy, Feed feed, UUID tenant, String subject, boolean active) {
        Awaitility.await().until(() -> of(tenancy, feed, tenant, "AccountChanged").stream()
                .filter(payload -> payload.path("subject").asText().equals(subject))
                .anyMatch(payload -> payload.path("active").asBoolean() == active));
    }

    /** Waits until so many events of a type are told, and gives what they say. */
    public static List<JsonNode> await(Tenancy tenancy, Feed feed, UUID tenant, String type, int count) {
        return Awaitility.await().until(() -> of(tenancy, feed, tenant, type), told -> told.size() >= count);
    }

    private static List<JsonNode> of(Tenancy tenancy, Feed feed, UUID tenant, String type) {
        return tenancy.callAs(tenant, () -> feed.ofTenant(0, ALL)).items().stream()
                .filter(item -> item.type().equals(type))
                .map(Item::payload)
                .toList();
    }
}
