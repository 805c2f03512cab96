package dev.remit.notifications.delivery;

import static dev.remit.notifications.delivery.ReceivingTenant.ids;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.TestTenants;
import dev.remit.notifications.delivery.ReceivingTenant.Subscribed;
import dev.remit.notifications.testing.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sent because somebody asked for it. */
@QuarkusTest
class ReplayTest extends SendingTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

    @Inject
    DeliveryRetention retention;

    private final Receiver receiver = receiver(Receiver.status(200));

    @Test
    void aTestReachesOneSubscriptionAlone() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver other = receiver(Receiver.status(200));
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.subscribe(other);
        worker();
        String path = API + "/subscriptions/" + subscribed.id() + "/deliveries/test";
        String delivery = once(tenant.owner())
                .post(path)
                .then()
                .statusCode(201)
                .body("type", equalTo("webhook.test"))
                .extract()
                .path("id");
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        tenant.log(delivery).body("attempts[0].status", equalTo(200));
        assertEquals(0, other.connections());
        tenant.change(subscribed, "pause");
        once(tenant.owner()).post(path).then().statusCode(409);
    }

    @Test
    void oneDeliveryIsSentOnceMoreUnderItsId() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Subscribed subscribed = tenant.subscribe(receiver);
        String webhook = tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        Object delivery = tenant.deliveries(subscribed).getFirst().get("id");
        once(tenant.owner())
                .post(API + "/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"));
        soon(() -> receiver.received().size() == 2 && tenant.states(subscribed).equals(List.of("DELIVERED")));
        assertEquals(List.of(webhook, webhook), ids(receiver));
        tenant.log(delivery).body("attempts", hasSize(2)).body("attempts.number", equalTo(List.of(1, 2)));
    }

    /** Whoever has mended the receiver need not wait until tomorrow. */
    @Test
    void oneThatWaitsForItsNextTryIsSentAtOnce() {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        receiver.become(Receiver.status(500));
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> attempts(tenant, subscribed) == 1);
        receiver.become(Receiver.status(200));
        once(tenant.owner())
                .post(API + "/deliveries/"
                        + tenant.deliveries(subscribed).getFirst().get("id") + "/replay")
                .then()
                .statusCode(202);
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
    }

    @Test
    void aRangeIsSentOnceMoreInOrder() {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        Subscribed subscribed = tenant.subscribe(receiver);
        UUID subject = UUID.randomUUID();
        tenant.tell(subject, subscribed);
        tenant.clock(MONDAY.plusSeconds(60));
        List<String> within = List.of(tenant.tell(subject, subscribed), tenant.tell(subject, subscribed));
        tenant.clock(MONDAY.plusSeconds(120));
        tenant.tell(subject, subscribed);
        worker();
        soon(() -> tenant.states(subscribed).stream().allMatch("DELIVERED"::equals));
        Instant from = MONDAY.plusSeconds(60);
        Instant until = MONDAY.plusSeconds(120);
        replay(tenant, subscribed, from, until, false).statusCode(202).body("deliveries", equalTo(0));
        replay(tenant, subscribed, from, until, true).statusCode(202).body("deliveries", equalTo(2));
        soon(() -> receiver.received().size() == 6);
        assertEquals(within, ids(receiver).subList(4, 6));
    }

    @Test
    void whatFailedForGoodIsSentOnceMore() {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        receiver.become(Receiver.status(500));
        Subscribed subscribed = tenant.subscribe(receiver);
        String webhook = tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> attempts(tenant, subscribed) == 1);
        for (int pause : List.of(5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)) {
            int made = attempts(tenant, subscribed);
            tenant.clock(clock.nowFor(tenant.id).plusSeconds(pause));
            soon(() -> attempts(tenant, subscribed) > made);
        }
        assertEquals(List.of("FAILED"), tenant.states(subscribed));
        receiver.become(Receiver.status(200));
        replay(tenant, subscribed, MONDAY, MONDAY.plusSeconds(1), false)
                .statusCode(202)
                .body("deliveries", equalTo(1));
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        assertEquals(List.of(webhook), ids(receiver).stream().distinct().toList());
        assertEquals(11, attempts(tenant, subscribed));
    }

    private static int attempts(ReceivingTenant tenant, Subscribed subscribed) {
        return (int) tenant.deliveries(subscribed).getFirst().get("attempts");
    }

    @Test
    void anotherTenantsDeliveriesAreNotThere() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.tell(UUID.randomUUID(), subscribed);
        Object delivery = tenant.deliveries(subscribed).getFirst().get("id");
        UUID stranger = TestTenants.fresh();
        as(stranger, "owner").get(API + "/deliveries/" + delivery).then().statusCode(404);
        as(stranger, "owner")
                .get(API + "/subscriptions/" + subscribed.id() + "/deliveries")
                .then()
                .statusCode(404);
        once(as(stranger, "owner"))
                .post(API + "/deliveries/" + delivery + "/replay")
                .then()
                .statusCode(404);
        once(as(stranger, "owner"))
                .post(API + "/subscriptions/" + subscribed.id() + "/deliveries/test")
                .then()
                .statusCode(404);
    }

    @Test
    void aSubscriptionThatIsDeletedTakesItsDeliveriesAlong() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        tenant.tell(UUID.randomUUID(), subscribed);
        String path = API + "/subscriptions/" + subscribed.id();
        String tag = tenant.owner().get(path).header("ETag");
        tenant.owner().header("If-Match", tag).delete(path).then().statusCode(204);
        tenant.owner().get(path + "/deliveries").then().statusCode(404);
    }

    @Test
    void whatEndedLongAgoIsForgottenAndWhatWaitsIsNot() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        tenant.change(subscribed, "pause");
        tenant.tell(UUID.randomUUID(), subscribed);
        retention.forgetBefore(clock.nowFor(tenant.id).minusSeconds(60));
        assertEquals(List.of("WAITING", "DELIVERED"), tenant.states(subscribed));
        retention.forgetBefore(clock.nowFor(tenant.id).plusSeconds(1));
        assertEquals(List.of("WAITING"), tenant.states(subscribed));
    }

    private static ValidatableResponse replay(
            ReceivingTenant tenant, Subscribed subscribed, Instant from, Instant until, boolean delivered) {
        return once(tenant.owner())
                .body(Map.of("from", from.toString(), "until", until.toString(), "delivered", delivered))
                .post(API + "/subscriptions/" + subscribed.id() + "/deliveries/replay")
                .then();
    }
}
