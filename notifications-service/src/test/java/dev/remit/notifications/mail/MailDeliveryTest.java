package dev.remit.notifications.mail;

import static dev.remit.notifications.NotificationsTest.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenants.TenantFacts;
import dev.remit.kit.tenants.TenantKind;
import dev.remit.kit.tenants.TenantStatus;
import dev.remit.notifications.testing.Mailbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A mail reaches its server once, or comes again as the same one. */
@QuarkusTest
class MailDeliveryTest extends MailingTest {
    private static final String NOON = "2026-06-11T12:00:00Z";

    @Inject
    Sql sql;

    private MailedMsp quoteSent() {
        return new MailedMsp(consumers, NOON).quoteSent(NOON, "2026-06-18T12:00:00Z");
    }

    @Test
    void aServerThatIsAwayIsTriedAgainForADay() {
        MailedMsp acme = quoteSent();
        Mailbox.goesAway();
        try {
            send();
        } finally {
            Mailbox.comesBack();
        }
        send();
        assertEquals(List.of(), acme.mails("partner"), "not before its time");
        assertTrue(
                acme.log("quote.sent").getFirst().startsWith("partner WAITING: "),
                acme.log().toString());
        acme.clock("2026-06-11T12:01:00Z");
        send();
        assertEquals(1, acme.mails("partner").size());
        assertEquals(2, acme.log().getFirst().get("attempts"));
    }

    @Test
    void aServerOfAnotherNameIsGivenNothing() {
        MailedMsp acme = quoteSent();
        Mailbox.isSomebodyElse();
        try {
            send();
        } finally {
            Mailbox.goesAway();
            Mailbox.comesBack();
        }
        assertEquals(List.of(), acme.mails("partner"));
        assertTrue(
                acme.log("quote.sent").getFirst().startsWith("partner WAITING: "),
                acme.log().toString());
    }

    @Test
    void whatNoTryBringsThereHasFailed() {
        MailedMsp acme = quoteSent();
        Mailbox.goesAway();
        try {
            Instant now = Instant.parse(NOON);
            for (int i = 0; i < 8; i++) {
                send();
                now = now.plusSeconds(14 * 3_600);
                acme.clock(now.toString());
            }
        } finally {
            Mailbox.comesBack();
        }
        assertTrue(
                acme.log("quote.sent").getFirst().startsWith("partner FAILED: "),
                acme.log().toString());
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnce() {
        MailedMsp acme = new MailedMsp(consumers, NOON);
        Map<String, Object> nobody = acme.approver("partner", null);
        nobody.put("email", "nobody at home");
        acme.msp.clientChanged(2, List.of(nobody));
        acme.quoteSent(NOON, "2026-06-18T12:00:00Z");
        send();
        assertTrue(
                acme.log("quote.sent").getFirst().startsWith("nobody at home FAILED: "),
                acme.log().toString());
    }

    @Test
    void whatWasSentAndNotNotedComesAgainUnderTheSameId() throws Exception {
        MailedMsp acme = quoteSent();
        List<OutgoingMail> claimed = work.claim(acme.msp.tenant, 10).mails();
        claimed.forEach(postman::send);
        send();
        assertEquals(1, acme.mails("partner").size(), "it is somebody else's");
        claimsRunOut(acme);
        send();
        assertEquals(2, acme.mails("partner").size());
        assertEquals(
                1,
                acme.mails("partner").stream()
                        .map(mail -> mail.fields().get("message-id"))
                        .distinct()
                        .count());
        claimed.forEach(late -> work.note(late, new MailOutcome("It came back late.", true)));
        assertEquals(List.of("partner SENT", "deputy SENT"), acme.log("quote.sent"));
    }

    @Test
    void noneOfManyAtOnceIsHeldUp() {
        OutgoingMail mail = work.claim(quoteSent().msp.tenant, 1).mails().getFirst();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 30; i++) {
                List<CompletableFuture<MailOutcome>> atOnce = Stream.generate(
                                () -> CompletableFuture.supplyAsync(() -> postman.send(mail), threads))
                        .limit(settings.atOnce())
                        .toList();
                for (CompletableFuture<MailOutcome> sent : atOnce) {
                    assertEquals(MailOutcome.TAKEN, sent.join());
                }
            }
        }
    }

    @Test
    void twoReplicasNeverHaveTheSameMail() {
        MailedMsp acme = quoteSent();
        Set<Object> ids = new HashSet<>();
        int claimed = 0;
        for (int i = 0; i < 2; i++) {
            List<OutgoingMail> mails = work.claim(acme.msp.tenant, 1).mails();
            claimed += mails.size();
            mails.forEach(mail -> ids.add(mail.id()));
        }
        assertEquals(2, claimed);
        assertEquals(2, ids.size());
    }

    @Test
    void ofASuspendedMspNobodyIsWrittenTo() {
        MailedMsp acme = quoteSent();
        stands(acme, TenantStatus.SUSPENDED);
        send();
        assertEquals(List.of(), acme.mails("partner"));
        stands(acme, TenantStatus.ACTIVE);
        send();
        assertEquals(1, acme.mails("partner").size());
    }

    @Test
    void whatIsTooOldIsNotSentAnyMore() {
        MailedMsp acme =
                new MailedMsp(consumers, NOON).clockTold("ClockBreached", Map.of("due", NOON, "priority", "P2"));
        acme.clock("2026-06-18T12:00:01Z");
        send();
        assertEquals(List.of("desk DROPPED: It could not be sent in time."), acme.log("clock.breached"));
    }

    @Test
    void theLogIsReadInPages() {
        MailedMsp acme = quoteSent();
        String next = acme.owner().get(API + "/mails?limit=1&state=WAITING").path("next");
        assertTrue(next != null && !next.isEmpty());
    }

    private void claimsRunOut(MailedMsp acme) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE mail SET leased_until = ? WHERE tenant_id = ? AND leased_until IS NOT NULL",
                        wall.instant(),
                        acme.msp.tenant));
    }

    private void stands(MailedMsp acme, TenantStatus standing) {
        QuarkusTransaction.requiringNew()
                .run(() -> known.learn(
                        acme.msp.tenant, new TenantFacts(acme.msp.tenant, "Acme IT", TenantKind.SANDBOX, standing)));
    }
}
