package dev.remit.tickets.live;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.testing.TestTokens;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes on the list of tickets is told to whoever looks at it. */
@QuarkusTest
class LiveTicketsTest extends TicketsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static TestTokens desk(Msp msp) {
        return TestTokens.as("service-desk").tenant(msp.tenant);
    }

    @Test
    void aTicketThatChangesIsToldToWhoeverMaySeeIt() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        Msp other = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.partner();
        String approver = TestTokens.as("client-approver")
                .tenant(msp.tenant)
                .client(Msp.CLIENT)
                .token();
        String bound = TestTokens.as("psa-sync")
                .tenant(msp.tenant)
                .connection("another")
                .token();
        try (OpenStream desk = OpenStream.by(desk(msp).token());
                OpenStream partner = OpenStream.by(approver);
                OpenStream otherSync = OpenStream.by(bound);
                OpenStream nextDoor = OpenStream.by(desk(other).token())) {
            assertEquals(200, desk.status());
            assertTrue(desk.mediaType().startsWith("text/event-stream"), desk.mediaType());
            String nobodys = msp.send("1", Snapshot.officeMove().with("client", Map.of("externalId", "999")));
            String id = msp.send("70123", Snapshot.officeMove());
            await().atMost(PATIENCE).until(() -> partner.data().stream()
                    .anyMatch(data -> data.contains(id) && data.contains("\"WorkItemRuled\"")));
            await().atMost(PATIENCE)
                    .until(() -> desk.data().stream().anyMatch(data -> data.contains(id))
                            && desk.data().stream().anyMatch(data -> data.contains(nobodys)));
            assertTrue(
                    desk.data().getFirst().contains("\"updatedAt\":\"2026-06-11T18:00:00Z\""), desk.lines()::toString);
            assertFalse(partner.data().toString().contains(nobodys), partner.lines()::toString);
            await().atMost(PATIENCE).until(() -> nextDoor.comments().getOrDefault("still here", 0L) > 1);
            assertEquals(0, nextDoor.data().size(), nextDoor.lines()::toString);
            assertEquals(0, otherSync.data().size(), otherSync.lines()::toString);
            assertFalse(desk.hasEnded());
        }
    }

    @Test
    void whoComesBackIsToldWhatTheyMissedAndNothingTwice() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String seen;
        try (OpenStream first = OpenStream.by(desk(msp).token())) {
            await().atMost(PATIENCE).until(() -> first.comments().containsKey("open"));
            seen = first.lastId();
        }
        String missed = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(missed);
        msp.awaitEvents("WorkItemRuled", 1);
        try (OpenStream again = OpenStream.by(desk(msp).token(), "Last-Event-ID", seen)) {
            await().atMost(PATIENCE).until(() -> again.data().toString().contains(missed));
            String later = msp.send("70124", Snapshot.officeMove());
            await().atMost(PATIENCE).until(() -> again.data().toString().contains(later));
            msp.send("70124", Snapshot.officeMove().at("2026-06-11T18:00:01Z").with("assignee", Map.of("id", "dana")));
            await().atMost(PATIENCE).until(() -> again.data().toString().contains("TicketUpdated"));
            assertEquals(
                    again.lines().stream()
                            .filter(line -> line.startsWith("id:"))
                            .distinct()
                            .count(),
                    again.lines().stream()
                            .filter(line -> line.startsWith("id:"))
                            .count());
        }
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        try (OpenStream stream = OpenStream.by(desk(msp).validFor(2).token())) {
            assertEquals(200, stream.status());
            await().atMost(PATIENCE).until(stream::hasEnded);
            assertFalse(stream.lines().contains("broken"), stream.lines()::toString);
        }
    }

    @Test
    void aStreamIsGivenToWhoeverAsksForOne() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        msp.as("service-desk").get(Msp.API + "/ticket-changes").then().statusCode(406);
    }
}
