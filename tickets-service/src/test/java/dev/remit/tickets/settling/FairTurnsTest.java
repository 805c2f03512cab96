package dev.remit.tickets.settling;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.kit.sql.Sql;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.testing.Management;
import dev.remit.tickets.intake.WakeUps;
import dev.remit.tickets.testing.Msp;
import dev.remit.tickets.testing.Rows;
import dev.remit.tickets.testing.Snapshot;
import dev.remit.tickets.testing.TicketsTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is to be done of one tenant's tickets, or cannot be done, delays no other's; and nothing is done for nothing. */
@QuarkusTest
class FairTurnsTest extends TicketsTest {
    @Inject
    Sql sql;

    @Inject
    Tenancy tenancy;

    @Inject
    WakeUps wakeUps;

    @Test
    void twoThousandAwaitingTicketsLetAnotherTenantsThrough() {
        Msp busy = Msp.sandbox("2026-06-11T18:00:00Z");
        busy.tellClient();
        String first = busy.send("70123", Snapshot.officeMove());
        busy.awaitUntil("/tickets/" + first, ticket -> "AGREEMENT".equals(ticket.getString("awaiting")));
        for (int round = 0; round < 11; round++) {
            String id = Rows.otherId("id", "" + round);
            String ticketId = Rows.otherId("ticket_id", "" + round);
            Rows.copy(sql, "ticket_snapshot", busy.tenant, Map.of("id", id, "ticket_id", ticketId));
            Rows.copy(sql, "work_item", busy.tenant, Map.of("id", id, "ticket_id", ticketId));
            Rows.copy(
                    sql,
                    "ticket",
                    busy.tenant,
                    Map.of("id", id, "external_id", Rows.otherText("external_id", "" + round)));
        }
        Msp quiet = Msp.withLawFirm("2026-06-11T18:00:00Z");
        quiet.awaitRuled(quiet.send("before", Snapshot.officeMove()));

        busy.activate(terms -> terms);
        await().atMost(Duration.ofSeconds(30)).until(() -> pending(busy) > 0);
        Duration least = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            long began = System.nanoTime();
            quiet.awaitRuled(quiet.send("meanwhile-" + i, Snapshot.officeMove()));
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            least = took.compareTo(least) < 0 ? took : least;
        }
        long left = pending(busy);
        sql.update("DELETE FROM wake_up WHERE tenant_id = ?", busy.tenant);
        sql.update("UPDATE ticket SET settle_at = NULL WHERE tenant_id = ?", busy.tenant);
        awaitNothingToDo(busy);
        assertTrue(left > 0, "all were settled before another tenant's");
        assertTrue(least.compareTo(Duration.ofSeconds(2)) < 0, "the other tenant's ruling took " + least);
    }

    @Test
    void aTicketThatCannotBeSettledIsTriedEverMoreSeldom() {
        Msp msp = Msp.withLawFirm("2026-06-11T18:00:00Z");
        String sound = msp.send("70123", Snapshot.officeMove());
        msp.awaitRuled(sound);
        Rows.copy(
                sql,
                "ticket",
                msp.tenant,
                Map.of(
                        "id",
                        Rows.otherId("id", "poison"),
                        "external_id",
                        "'poison'",
                        "facts",
                        "'{'",
                        "settle_at",
                        "UTC_TIMESTAMP(6)"));
        await().atMost(Duration.ofSeconds(20)).until(() -> failures(msp) >= 3);
        assertTrue(Management.get("/q/metrics").asString().contains("remit_sweep_failing{sweep=\"tickets\"}"));
        msp.awaitRuled(msp.send("70124", Snapshot.officeMove()));
        sql.update("UPDATE ticket SET settle_at = NULL WHERE tenant_id = ? AND external_id = 'poison'", msp.tenant);
        await().atMost(Duration.ofSeconds(20)).until(() -> failures(msp) == 0);
    }

    @Test
    void aTicketThatNoAgreementCoversIsLeftAloneByWhatIsNotAboutIt() {
        Msp msp = Msp.sandbox("2026-06-11T18:00:00Z");
        msp.tellClient();
        msp.activate(terms -> terms.replace("\"2026-01-01\"", "\"2027-01-01\""));
        String id = msp.send("70123", Snapshot.officeMove());
        msp.awaitUntil("/tickets/" + id, ticket -> "COVERING_AGREEMENT".equals(ticket.getString("awaiting")));
        awaitNothingToDo(msp);
        long version = version(id);

        msp.tellClient(UUID.randomUUID(), "another-client", "999", "99");
        UUID third = UUID.randomUUID();
        msp.tellClient(third, "third-client", "998", "98");
        msp.activate(third, UUID.randomUUID(), terms -> terms);
        msp.awaitRuled(msp.send(
                "70124",
                Snapshot.officeMove()
                        .with("client", Map.of("externalId", "998"))
                        .without("site")));
        awaitNothingToDo(msp);
        assertEquals(version, version(id));

        msp.activate(
                msp.clientId,
                UUID.randomUUID(),
                terms -> terms.replace(
                        "\"effectiveFrom\":\"2026-01-01\"",
                        "\"effectiveFrom\":\"2026-06-01\",\"effectiveTo\":\"2026-07-01\""));
        msp.awaitUntil("/tickets/" + id, ticket -> "EXTRA".equals(ticket.getString("workItems[0].ruling.verdict")));
    }

    @Test
    void aWakeUpThatIsAskedForAgainIsOne() {
        Msp msp = Msp.empty();
        tenancy.runAs(msp.tenant, () -> {
            wakeUps.awaitingClientCalled("whitfield-crane");
            wakeUps.awaitingClientCalled("whitfield-crane");
            wakeUps.awaitingClientReferredTo("cw", "250");
            assertEquals(
                    List.of(2L, 1L),
                    sql.list(
                            "SELECT asked FROM wake_up WHERE tenant_id = ? ORDER BY asked DESC",
                            row -> row.number(1),
                            msp.tenant));
        });
        awaitNothingToDo(msp);
    }

    private void awaitNothingToDo(Msp msp) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> pending(msp) == 0
                        && sql.first(
                                                "SELECT COUNT(*) FROM wake_up WHERE tenant_id = ?",
                                                row -> row.number(1),
                                                msp.tenant)
                                        .orElseThrow()
                                == 0);
    }

    private long pending(Msp msp) {
        return sql.first(
                        "SELECT COUNT(*) FROM ticket WHERE tenant_id = ? AND settle_at IS NOT NULL",
                        row -> row.number(1),
                        msp.tenant)
                .orElseThrow();
    }

    private long version(String ticket) {
        return sql.first("SELECT version FROM ticket WHERE id = ?", row -> row.number(1), UUID.fromString(ticket))
                .orElseThrow();
    }

    private long failures(Msp msp) {
        return sql.first(
                        "SELECT failures FROM sweep_postponement WHERE tenant_id = ? AND sweep = 'tickets'",
                        row -> row.number(1),
                        msp.tenant)
                .orElse(0L);
    }
}
