package dev.remit.notifications.delivery;

import static dev.remit.notifications.NotificationsTest.API;
import static dev.remit.notifications.NotificationsTest.once;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.kit.testing.TestTenants;
import dev.remit.notifications.NotificationsTest;
import dev.remit.notifications.notifications.NewNotification;
import dev.remit.notifications.notifications.Notification;
import dev.remit.notifications.notifications.NotificationType;
import dev.remit.notifications.notifications.Notifications;
import dev.remit.notifications.testing.Receiver;
import dev.remit.notifications.testing.Receiver.Received;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A fresh tenant with subscriptions, of which things are told. */
final class ReceivingTenant {
    final UUID id = TestTenants.fresh();

    static ReceivingTenant real() {
        return new ReceivingTenant();
    }

    /** One whose clock stands where it was put last. */
    static ReceivingTenant sandbox(Instant now) {
        ReceivingTenant tenant = new ReceivingTenant();
        tenant.learn(TenantKind.SANDBOX, TenantStatus.ACTIVE);
        tenant.clock(now);
        return tenant;
    }

    void learn(TenantKind kind, TenantStatus status) {
        KnownTenants known = bean(KnownTenants.class);
        QuarkusTransaction.requiringNew().run(() -> known.learn(id, new TenantFacts(id, "Acme IT", kind, status)));
    }

    void clock(Instant now) {
        owner().body(Map.of("now", now.toString()))
                .post(API + "/sandbox/clock")
                .then()
                .statusCode(200);
    }

    RequestSpecification owner() {
        return NotificationsTest.as(id, "owner");
    }

    /** A subscription with what its receiver verifies by. */
    record Subscribed(UUID id, String secret) {}

    Subscribed subscribe(Receiver receiver) {
        return subscribe(receiver.namedAddress());
    }

    Subscribed subscribe(String url) {
        Response made = once(owner()).body(Map.of("url", url)).post(API + "/subscriptions");
        made.then().statusCode(201);
        return new Subscribed(UUID.fromString(made.path("subscription.id")), made.path("secret"));
    }

    /** Tells something of a subject to subscriptions, as a feed does, and gives the webhook's id. */
    String tell(UUID subject, Subscribed... subscribed) {
        return bean(Tenancy.class).callAs(id, () -> {
            Notification told = bean(Notifications.class)
                    .tell(new NewNotification(
                            NotificationType.TICKET_RECEIVED,
                            subject,
                            Instant.parse("2026-06-01T00:00:00Z"),
                            null,
                            null,
                            null));
            for (Subscribed to : subscribed) {
                bean(Deliveries.class).enqueue(to.id(), told.id(), subject, told.sequence());
            }
            return told.id().toString();
        });
    }

    /** What waits of a subscription, has arrived or failed, newest first. */
    List<Map<String, Object>> deliveries(Subscribed subscribed) {
        return owner().get(API + "/subscriptions/" + subscribed.id() + "/deliveries?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    List<Object> states(Subscribed subscribed) {
        return deliveries(subscribed).stream().map(row -> row.get("state")).toList();
    }

    ValidatableResponse log(Object delivery) {
        return owner().get(API + "/deliveries/" + delivery).then().statusCode(200);
    }

    String state(Subscribed subscribed) {
        return owner().get(API + "/subscriptions/" + subscribed.id()).path("state");
    }

    void change(Subscribed subscribed, String action) {
        String path = API + "/subscriptions/" + subscribed.id();
        String tag = owner().get(path).header("ETag");
        owner().header("If-Match", tag).post(path + "/" + action).then().statusCode(200);
    }

    static List<String> ids(Receiver receiver) {
        return receiver.received().stream().map(ReceivingTenant::id).toList();
    }

    static String id(Received request) {
        return request.field("webhook-id");
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
