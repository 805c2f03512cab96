package dev.remit.notifications.delivery;

import static dev.remit.notifications.delivery.ReceivingTenant.ids;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.notifications.Msp;
import dev.remit.notifications.delivery.ReceivingTenant.Subscribed;
import dev.remit.notifications.testing.Receiver;
import dev.remit.notifications.testing.Receiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What receivers get, in which order and how often, over real HTTP and on a real database. */
@QuarkusTest
class DeliveryTest extends SendingTest {
    private static final Instant MONDAY = Instant.parse("2026-06-01T08:00:00Z");

    @Test
    void aReceiverVerifiesWhatItIsSentAndTheLogHasIt() throws Exception {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver receiver = receiver(Receiver.status(200));
        Subscribed subscribed = tenant.subscribe(receiver);
        String webhook = tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        Received got = receiver.received().getFirst();
        assertEquals(webhook, got.field("webhook-id"));
        Map<String, List<String>> fields = got.fields().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
        new Webhook(subscribed.secret()).verify(got.body(), fields);
        tenant.log(tenant.deliveries(subscribed).getFirst().get("id"))
                .body("body", equalTo(got.body()))
                .body("delivery.webhookId", equalTo(webhook))
                .body("delivery.type", equalTo("ticket.received"))
                .body("delivery.attempts", equalTo(1))
                .body("attempts", hasSize(1))
                .body("attempts[0].url", equalTo(receiver.namedAddress()))
                .body("attempts[0].fields.webhook-signature", equalTo(got.field("webhook-signature")))
                .body("attempts[0].status", equalTo(200))
                .body("attempts[0].answer.body", equalTo("ok"));
    }

    @Test
    void theNextOfASubjectWaitsForTheOneBefore() throws Exception {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        UUID stuck = UUID.randomUUID();
        AtomicReference<String> refused = new AtomicReference<>("");
        Receiver receiver = receiver((request, out) -> Receiver.head(
                out, ReceivingTenant.id(request).equals(refused.get()) ? 500 : 200, "Content-Length: 0", ""));
        Subscribed subscribed = tenant.subscribe(receiver);
        List<String> ofStuck = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ofStuck.add(tenant.tell(stuck, subscribed));
        }
        refused.set(ofStuck.getFirst());
        String other = tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> ids(receiver).contains(other) && ids(receiver).contains(ofStuck.getFirst()));
        // What comes later of the subject is not sent before it.
        stays(() -> receiver.received().size() == 2);
        refused.set("");
        tenant.clock(MONDAY.plusSeconds(5));
        soon(() -> tenant.states(subscribed).stream().allMatch("DELIVERED"::equals));
        List<String> order = ids(receiver).stream().filter(ofStuck::contains).toList();
        assertEquals(List.of(ofStuck.get(0), ofStuck.get(0), ofStuck.get(1), ofStuck.get(2)), order);
    }

    /** A sandbox's clock shows each pause to the second: nothing is sent before, and something just then. */
    @Test
    void whatFailsIsTriedOnTheScheduleAndThenFailsForGood() {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        UUID subject = UUID.randomUUID();
        Receiver receiver = receiver(Receiver.status(503));
        Subscribed subscribed = tenant.subscribe(receiver);
        String first = tenant.tell(subject, subscribed);
        worker();
        Instant now = MONDAY;
        List<Duration> pauses = List.of(
                Duration.ofSeconds(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                Duration.ofHours(5),
                Duration.ofHours(10),
                Duration.ofHours(14),
                Duration.ofHours(20),
                Duration.ofHours(24));
        for (int tries = 1; tries <= pauses.size(); tries++) {
            int made = tries;
            soon(() -> attempts(tenant, subscribed) == made);
            now = now.plus(pauses.get(tries - 1));
            tenant.clock(now.minusSeconds(1));
            stays(() -> receiver.received().size() == made);
            tenant.clock(now);
        }
        soon(() -> tenant.states(subscribed).equals(List.of("FAILED")));
        assertEquals(List.of(first), ids(receiver).stream().distinct().toList());
        assertEquals(10, receiver.received().size());
        receiver.become(Receiver.status(200));
        String next = tenant.tell(subject, subscribed);
        soon(() -> ids(receiver).contains(next));
    }

    @Test
    void aReceiverThatAsksForTimeIsLeftAloneForIt() {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        Receiver receiver =
                receiver((request, out) -> Receiver.head(out, 429, "Retry-After: 60\r\nContent-Length: 0", ""));
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> attempts(tenant, subscribed) == 1);
        tenant.clock(MONDAY.plusSeconds(59));
        stays(() -> receiver.received().size() == 1);
        tenant.clock(MONDAY.plusSeconds(60));
        soon(() -> attempts(tenant, subscribed) == 2);
    }

    @Test
    void aReceiverThatIsDownForADayGetsAllInOrder() throws Exception {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        Receiver receiver = receiver((request, out) -> out.close());
        Subscribed subscribed = tenant.subscribe(receiver);
        Map<UUID, List<String>> told = new TreeMap<>();
        worker();
        for (int hour = 0; hour < 24; hour++) {
            for (int i = 0; i < 3; i++) {
                UUID subject = new UUID(7, i);
                told.computeIfAbsent(subject, key -> new ArrayList<>()).add(tenant.tell(subject, subscribed));
            }
            tenant.clock(MONDAY.plus(Duration.ofHours(hour + 1)));
        }
        int refused = receiver.received().size();
        receiver.become(Receiver.status(200));
        tenant.clock(MONDAY.plus(Duration.ofDays(2)));
        soon(() -> tenant.states(subscribed).stream().allMatch("DELIVERED"::equals));
        List<String> arrived =
                ids(receiver).subList(refused, receiver.received().size());
        told.values()
                .forEach(ofSubject -> assertEquals(
                        ofSubject,
                        arrived.stream().filter(ofSubject::contains).distinct().toList()));
    }

    @Test
    void oneThatHangsDelaysNoOther() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver hanging = receiver((request, out) -> Thread.sleep(60_000));
        Receiver good = receiver(Receiver.status(200));
        Subscribed toHanging = tenant.subscribe(hanging);
        Subscribed toGood = tenant.subscribe(good);
        for (int i = 0; i < 40; i++) {
            tenant.tell(UUID.randomUUID(), toHanging, toGood);
        }
        long began = System.nanoTime();
        worker();
        soon(() -> good.received().size() == 40);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(hanging.received().size() <= 24, "more places than a subscription has");
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "all were there after " + took);
    }

    @Test
    void aReceiverThatFailsForFiveDaysIsDisabledAndGetsAllWhenItIsResumed() {
        ReceivingTenant tenant = ReceivingTenant.sandbox(MONDAY);
        Receiver receiver = receiver(Receiver.status(500));
        Subscribed subscribed = tenant.subscribe(receiver);
        UUID subject = UUID.randomUUID();
        String first = tenant.tell(subject, subscribed);
        worker();
        soon(() -> attempts(tenant, subscribed) == 1);
        tenant.clock(MONDAY.plus(Duration.ofDays(5)).minusSeconds(1));
        soon(() -> attempts(tenant, subscribed) == 2);
        assertEquals("ACTIVE", tenant.state(subscribed));
        tenant.clock(MONDAY.plus(Duration.ofDays(6)));
        soon(() -> tenant.state(subscribed).equals("DISABLED"));
        String second = tenant.tell(subject, subscribed);
        receiver.become(Receiver.status(200));
        tenant.clock(MONDAY.plus(Duration.ofDays(6)).plusSeconds(1));
        tenant.change(subscribed, "resume");
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED", "DELIVERED")));
        assertEquals(List.of(first, second), ids(receiver).stream().distinct().toList());
        assertEquals("ACTIVE", tenant.state(subscribed));
    }

    @Test
    void aReceiverThatSaysItIsGoneIsDisabledAtOnce() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Subscribed subscribed = tenant.subscribe(receiver(Receiver.status(410)));
        new Msp(consumers, tenant.id).personChanged("owner", "OWNER");
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> tenant.state(subscribed).equals("DISABLED"));
        assertEquals(List.of("WAITING"), tenant.states(subscribed));
        tenant.owner()
                .get(API + "/mails")
                .then()
                .body("items.kind", contains("subscription.disabled"))
                .body("items.recipientEmail", contains("owner@" + tenant.id + ".example"));
    }

    @Test
    void whatIsPausedWaits() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver receiver = receiver(Receiver.status(200));
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.change(subscribed, "pause");
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        stays(() -> tenant.states(subscribed).equals(List.of("WAITING")));
        tenant.change(subscribed, "resume");
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        assertEquals(1, receiver.received().size());
    }

    @Test
    void aSuspendedTenantsWordsRest() {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver receiver = receiver(Receiver.status(200));
        Subscribed subscribed = tenant.subscribe(receiver);
        tenant.tell(UUID.randomUUID(), subscribed);
        tenant.learn(TenantKind.REAL, TenantStatus.SUSPENDED);
        worker();
        stays(() -> receiver.connections() == 0);
        tenant.learn(TenantKind.REAL, TenantStatus.ACTIVE);
        soon(() -> receiver.received().size() == 1);
    }

    @Test
    void anAddressThatLeadsInsideIsNotCalledAndTheLogSaysSo() throws Exception {
        ReceivingTenant tenant = ReceivingTenant.real();
        Receiver inside = receiver(Receiver.status(200));
        Subscribed subscribed =
                tenant.subscribe("https://" + InetAddress.getLocalHost().getHostName() + ":" + inside.port() + "/");
        tenant.tell(UUID.randomUUID(), subscribed);
        worker();
        soon(() -> attempts(tenant, subscribed) == 1);
        tenant.log(tenant.deliveries(subscribed).getFirst().get("id"))
                .body("attempts[0].failure", containsString("must lead to a public address"));
        assertEquals(0, inside.connections());
    }

    private static int attempts(ReceivingTenant tenant, Subscribed subscribed) {
        return (int) tenant.deliveries(subscribed).getFirst().get("attempts");
    }
}
