package dev.remit.engines.ledger;

import static dev.remit.engines.ledger.Firm.MOVE;
import static dev.remit.engines.ledger.Firm.entry;
import static dev.remit.engines.ledger.Firm.june;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The 12th of June 2026 is a Friday; the master charges 150.00 an hour, half as much again after hours and at weekends. */
class AddendumPricingTest {
    private static final SignedVersion MASTER = Firm.version(1, "2026-01-01", null, "150.00", "ENTRY");
    private static final String RATES = """
            ,"rateCard":{"clause":"2.1","currency":"USD","hourly":[{"workType":"ONSITE","rate":"90.00"}],
              "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1","WEEKEND":"1","HOLIDAY":"1"},
              "minimumMinutes":0,"incrementMinutes":15,"roundingMode":"UP"}""";
    private static final String ROUND_THE_CLOCK = """
            ,"calendars":{"around-the-clock":{"zone":"America/New_York","weekly":{"MONDAY":[["00:00","24:00"]],"TUESDAY":[["00:00","24:00"]],
              "WEDNESDAY":[["00:00","24:00"]],"THURSDAY":[["00:00","24:00"]],"FRIDAY":[["00:00","24:00"]],
              "SATURDAY":[["00:00","24:00"]],"SUNDAY":[["00:00","24:00"]]}}},
            "coverage":{"calendar":"around-the-clock"}""";
    private static final String AFTER_HOURS = "[\"AFTER_HOURS\"]";

    private static SignedVersion addendum(int number, String to, String terms) {
        byte[] document =
                """
                {"schema":"remit-agreement/1","agreementId":"%s","kind":"ADDENDUM","master":"%s",
                 "tenant":"0198c0de-0000-7000-8000-000000000001",
                 "client":{"id":"0198c0de-0000-7000-8000-0000000000c1","code":"whitfield-crane","name":"Whitfield & Crane"},
                 "title":"Move","version":1,"effectiveFrom":"2026-02-01"%s}
                """.formatted(new UUID(5, number), MASTER.agreementId(), terms).getBytes(StandardCharsets.UTF_8);
        String hash = Sha256.hex(document);
        return new SignedVersion(
                new UUID(5, number),
                1,
                hash,
                hash,
                LocalDate.parse("2026-02-01"),
                to == null ? null : LocalDate.parse(to),
                new PricedDocument(document));
    }

    /** @param bands in JSON; null is all work */
    private static RulingCase extra(int rank, SignedVersion under, String bands) {
        String json = """
                {"rank":%d,"agreement":{"agreementId":"%s","kind":"%s","version":1,"documentHash":"%s"},
                 "clause":{"id":"1.1"}%s,"treatment":"EXTRA","workType":"ONSITE","approval":"NOT_REQUIRED"}
                """.formatted(
                        rank,
                        under.agreementId(),
                        under.isAddendum() ? "ADDENDUM" : "MASTER",
                        under.documentHash(),
                        bands == null ? "" : ",\"when\":{\"bands\":" + bands + "}");
        return Json.read(Json.parse(json.getBytes(StandardCharsets.UTF_8)), RulingCase.class);
    }

    private static List<String> lines(String from, long minutes, List<SignedVersion> signed, RulingCase... cases) {
        Outcome outcome = Ledger.compute(new Facts(
                MemoryBook.CLIENT,
                List.of(entry(1, MOVE, "dana", "broad-street", june(from), minutes)),
                List.of(),
                Map.of(MOVE, new WorkItemRuling(new RulingCases(List.of(cases)), null, null)),
                Map.of(),
                new SignedVersions(signed),
                Map.of(),
                Map.of(),
                List.of(),
                List.of()));
        return outcome.lines().stream()
                .filter(line -> line.key().kind() == LineKind.LABOUR)
                .sorted(Comparator.comparing(line -> line.figures().lineNumber()))
                .map(line -> {
                    SignedVersion pricedBy = ((Basis.Present) line.basis()).pricedBy();
                    return line.figures().band() + " " + line.figures().billedMinor() + " by "
                            + pricedBy.agreementId().getLeastSignificantBits() + " clause " + pricedBy.rateClause();
                })
                .toList();
    }

    @Test
    void workIsPricedByTheCardOfTheAddendumThatDecidesIt() {
        SignedVersion project = addendum(2, null, RATES);
        assertEquals(
                List.of("BUSINESS 9000 by 2 clause 2.1"),
                lines("12 09:00", 60, List.of(MASTER, project), extra(1, project, null)));
    }

    @Test
    void anAddendumWithoutPricesLeavesThemToItsMaster() {
        SignedVersion project = addendum(2, null, "");
        assertEquals(
                List.of("BUSINESS 15000 by 1 clause 6.1"),
                lines("12 09:00", 60, List.of(MASTER, project), extra(1, project, null)));
    }

    @Test
    void eachPieceIsPricedByItsOwnAgreement() {
        SignedVersion project = addendum(2, null, RATES);
        assertEquals(
                List.of("BUSINESS 15000 by 1 clause 6.1", "AFTER_HOURS 18000 by 2 clause 2.1"),
                lines(
                        "12 16:30",
                        180,
                        List.of(project, MASTER),
                        extra(1, project, AFTER_HOURS),
                        extra(2, MASTER, null)));
    }

    @Test
    void hoursAreThoseOfTheAddendumThatGoesFirst() {
        SignedVersion site = addendum(2, null, ROUND_THE_CLOCK);
        assertEquals(
                List.of("BUSINESS 15000 by 1 clause 6.1"),
                lines("12 22:00", 60, List.of(MASTER, site), extra(1, site, null)));
    }

    @Test
    void aQuoteNamesTheRatesOfTheAddendumElseOfItsMaster() {
        SignedVersion rated = addendum(2, null, RATES);
        SignedVersion plain = addendum(3, null, "");
        SignedVersions versions = new SignedVersions(List.of(MASTER, rated, plain));
        LocalDate june = LocalDate.parse("2026-06-12");
        assertEquals(Optional.of(rated), versions.quoting(rated.documentHash(), june));
        assertEquals(Optional.of(MASTER), versions.quoting(plain.documentHash(), june));
        assertEquals(Optional.of(MASTER), versions.quoting(MASTER.documentHash(), june));
    }

    @Test
    void afterItsEndTheMasterPricesTheWork() {
        SignedVersion project = addendum(2, "2026-06-12", RATES);
        assertEquals(
                List.of("BUSINESS 15000 by 1 clause 6.1"),
                lines("12 09:00", 60, List.of(MASTER, project), extra(1, project, null)));
    }
}
