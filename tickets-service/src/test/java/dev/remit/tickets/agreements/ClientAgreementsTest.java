package dev.remit.tickets.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.agreement.InForce;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is in force now, and what was known of it at a moment; the law firm's first version was told on 1 January. */
class ClientAgreementsTest {
    private static final UUID AGREEMENT = new UUID(7, 1);
    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");

    private static AgreementVersion version(int number, String from, String to, String toldOn) {
        LocalDate end = to == null ? null : LocalDate.parse(to);
        ActivatedVersion told = new ActivatedVersion(
                AGREEMENT, new UUID(7, 2), number, "hash-" + number, "content", LocalDate.parse(from), end, null);
        return new AgreementVersion(new UUID(8, number), told, false, on(toldOn));
    }

    private static Instant on(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String lapse(List<AgreementVersion> versions, String knownBy) {
        return new ClientAgreements(versions)
                .lapse(MARCH, on(knownBy))
                .map(lapse -> lapse.date() + " known " + lapse.knownAt())
                .orElse("none");
    }

    private static int inForce(List<AgreementVersion> versions, String date) {
        return new ClientAgreements(versions)
                .inForceAt(on(date), version -> ZoneOffset.UTC)
                .map(InForce::master)
                .map(AgreementVersion::number)
                .orElse(0);
    }

    @Test
    void anEndThatIsToldLaterWasNotKnownBefore() {
        AgreementVersion first = version(1, "2026-01-01", null, "2026-01-01");
        first.endOn(LocalDate.parse("2026-06-01"), on("2026-07-01"));

        assertEquals("none", lapse(List.of(first), "2026-06-15"));
        assertEquals("2026-06-01 known 2026-07-01T00:00:00Z", lapse(List.of(first), "2026-07-01"));
    }

    @Test
    void coverGoesOnUntilTheNextVersionEnds() {
        List<AgreementVersion> both = List.of(
                version(2, "2026-07-01", "2026-09-01", "2026-06-01"), version(1, "2026-01-01", null, "2026-01-01"));

        assertEquals("none", lapse(both, "2026-05-31"));
        assertEquals("2026-09-01 known 2026-06-01T00:00:00Z", lapse(both, "2026-06-01"));
        assertEquals(
                List.of(1, 2, 0),
                List.of(inForce(both, "2026-06-30"), inForce(both, "2026-08-31"), inForce(both, "2026-09-01")));
    }

    @Test
    void aVersionThatWasWithdrawnIsMissingSinceThatWasTold() {
        AgreementVersion next = version(2, "2026-07-01", null, "2026-05-01");
        List<AgreementVersion> both = List.of(version(1, "2026-01-01", "2026-07-01", "2026-01-01"), next);
        next.endOn(LocalDate.parse("2026-07-01"), on("2026-06-01"));

        assertEquals("2026-07-01 known 2026-01-01T00:00:00Z", lapse(both, "2026-04-30"));
        assertEquals("none", lapse(both, "2026-05-31"));
        assertEquals("2026-07-01 known 2026-06-01T00:00:00Z", lapse(both, "2026-06-01"));
        assertEquals(0, inForce(both, "2026-07-01"));
    }

    @Test
    void anEndThatIsToldTwiceIsKnownSinceTheFirstTime() {
        AgreementVersion first = version(1, "2026-01-01", null, "2026-01-01");
        first.endOn(LocalDate.parse("2026-06-01"), on("2026-04-01"));
        first.endOn(LocalDate.parse("2026-06-01"), on("2026-05-01"));

        assertEquals("2026-06-01 known 2026-04-01T00:00:00Z", lapse(List.of(first), "2026-05-15"));
    }
}
