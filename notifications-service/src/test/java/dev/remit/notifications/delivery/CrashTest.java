package dev.remit.notifications.delivery;

import static dev.remit.notifications.delivery.ReceivingTenant.ids;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.notifications.delivery.ReceivingTenant.Subscribed;
import dev.remit.notifications.testing.Receiver;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Workers that vanish between any two steps, and several at once. */
@QuarkusTest
class CrashTest extends SendingTest {
    private final ReceivingTenant tenant = ReceivingTenant.real();
    private final Receiver receiver = receiver(Receiver.status(200));

    @Test
    void whatWasClaimedAndNotSentIsSentWhenTheClaimHasRunOut() {
        Subscribed subscribed = tenant.subscribe(receiver);
        String webhook = tenant.tell(UUID.randomUUID(), subscribed);
        assertEquals(1, claimed(subscribed).size());
        worker();
        // It is somebody else's.
        stays(() -> receiver.received().isEmpty());
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        assertEquals(List.of(webhook), ids(receiver));
    }

    @Test
    void whatWasSentAndNotNotedIsSentAgainUnderTheSameId() {
        Subscribed subscribed = tenant.subscribe(receiver);
        UUID subject = UUID.randomUUID();
        String first = tenant.tell(subject, subscribed);
        String second = tenant.tell(subject, subscribed);
        sender.send(claimed(subscribed).getFirst());
        assertEquals(List.of(first), ids(receiver));
        worker();
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED", "DELIVERED")));
        assertEquals(List.of(first, first, second), ids(receiver));
    }

    /** One that was thought dead comes back: what it did is in the log, and it moves nothing that is another's by now. */
    @Test
    void aWorkerThatComesBackLateChangesNothing() {
        Subscribed subscribed = tenant.subscribe(receiver);
        UUID subject = UUID.randomUUID();
        String first = tenant.tell(subject, subscribed);
        Outgoing late = claimed(subscribed).getFirst();
        receiver.become(Receiver.status(500));
        Outcome failed = sender.send(late);
        receiver.become(Receiver.status(200));
        worker();
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED")));
        String second = tenant.tell(subject, subscribed);
        work.note(new Tried(late, failed));
        soon(() -> tenant.states(subscribed).equals(List.of("DELIVERED", "DELIVERED")));
        assertEquals(List.of(first, first, second), ids(receiver));
        tenant.log(late.delivery()).body("delivery.state", equalTo("DELIVERED")).body("attempts", hasSize(2));
    }

    @Test
    void twoClaimsNeverHaveTheSameSubject() {
        Subscribed subscribed = tenant.subscribe(receiver);
        for (int i = 0; i < 6; i++) {
            tenant.tell(UUID.randomUUID(), subscribed);
        }
        List<UUID> subjects = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            work.claim(tenant.id, Map.of(subscribed.id(), 4))
                    .forEach(outgoing -> subjects.add(outgoing.claim().subject()));
        }
        assertEquals(6, subjects.size());
        assertEquals(6, subjects.stream().distinct().count());
    }

    @Test
    void twoWorkersSendEachOnceAndEachSubjectInOrder() {
        Random slow = new Random(1);
        receiver.become((request, out) -> {
            Thread.sleep(slow.nextInt(20));
            Receiver.head(out, 200, "Content-Length: 0", "");
        });
        Subscribed one = tenant.subscribe(receiver);
        Receiver other = receiver(Receiver.status(200));
        Subscribed two = tenant.subscribe(other);
        worker();
        worker();
        Map<Integer, List<String>> told = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            int subject = i % 20;
            told.computeIfAbsent(subject, key -> new ArrayList<>()).add(tenant.tell(new UUID(9, subject), one, two));
        }
        soon(() -> tenant.states(one).stream().allMatch("DELIVERED"::equals)
                && tenant.states(two).stream().allMatch("DELIVERED"::equals));
        for (Receiver each : List.of(receiver, other)) {
            List<String> arrived = ids(each);
            assertEquals(200, arrived.size());
            told.values()
                    .forEach(ofSubject -> assertEquals(
                            ofSubject,
                            arrived.stream().filter(ofSubject::contains).toList()));
        }
    }

    private List<Outgoing> claimed(Subscribed subscribed) {
        return work.claim(tenant.id, Map.of(subscribed.id(), 10));
    }
}
