package dev.remit.bench;

import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.ApprovedQuote;
import dev.remit.engines.ledger.Billability;
import dev.remit.engines.ledger.BookedLine;
import dev.remit.engines.ledger.ChangedFacts;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.Ledger;
import dev.remit.engines.ledger.LineKey;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.ledger.Origin;
import dev.remit.engines.ledger.Outcome;
import dev.remit.engines.ledger.PieceKey;
import dev.remit.engines.ledger.WorkEntry;
import dev.remit.engines.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One more hour under a cap with four that are open, of a client with a past and with other work that is open. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LedgerBenchmark {
    private static final UUID CLIENT = new UUID(1, 1);
    private static final UUID WORK_ITEM = new UUID(2, 0);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MONDAY = Instant.parse("2026-06-15T14:00:00Z");
    private static final long HOUR = 15_000;
    private static final long CAP = 300_000_000;
    private static final long LEFT = 3 * HOUR;

    /** How many lines under the same cap finance has. */
    @Param({"100", "10000"})
    public int past;

    /** How many other lines of the client are open, each under a cap of its own. */
    @Param({"0", "10000"})
    public int openElsewhere;

    private IndexedBook book;
    private ChangedFacts changed;

    /** Makes the book; of the cap as much is left as three hours cost. */
    @Setup
    public void keepTheBook() {
        Map<UUID, Approvals> approvals = new HashMap<>();
        approvals.put(WORK_ITEM, approved(past * HOUR + LEFT));
        for (int i = 1; i <= openElsewhere; i++) {
            approvals.put(new UUID(2, i), approved(CAP));
        }
        book = new IndexedBook(CLIENT, terms(), approvals);
        for (int i = 0; i < past; i++) {
            WorkEntry entry = entry(i, WORK_ITEM, "dana", MONDAY.minus(Duration.ofDays(7L * i + 7)));
            book.published(entry, List.of(line(entry, true)));
        }
        for (int i = 0; i < openElsewhere; i++) {
            WorkEntry entry = entry(100_000 + i, new UUID(2, i + 1L), "miguel", MONDAY.plus(Duration.ofDays(i)));
            book.open(entry, List.of(line(entry, false)));
        }
        for (int i = 0; i < 4; i++) {
            WorkEntry entry = entry(200_000 + i, WORK_ITEM, "dana", MONDAY.plus(Duration.ofHours(i)));
            book.open(entry, List.of(line(entry, false)));
        }
        WorkEntry news = entry(300_000, WORK_ITEM, "dana", MONDAY.plus(Duration.ofDays(1)));
        book.open(news, List.of());
        changed = ChangedFacts.ofEntry(news.id(), null);
    }

    private static Approvals approved(long capMinor) {
        ApprovedQuote quote = new ApprovedQuote(
                new UUID(3, 1),
                Money.of(capMinor, "USD"),
                "",
                Instant.parse("2900-01-01T00:00:00Z"),
                Instant.parse("1800-01-01T00:00:00Z"),
                Map.of());
        return new Approvals(List.of(quote), null, Map.of());
    }

    private static WorkEntry entry(int id, UUID workItem, String technician, Instant start) {
        return new WorkEntry(
                new UUID(4, id),
                CLIENT,
                new UUID(5, workItem.getLeastSignificantBits()),
                workItem,
                technician,
                "broad-street",
                NEW_YORK,
                "ONSITE",
                null,
                start,
                start.plusSeconds(3_600),
                null,
                null,
                false,
                true,
                Billability.BILLABLE,
                false,
                false,
                "facts of " + id,
                start);
    }

    private static BookedLine line(WorkEntry entry, boolean published) {
        LineKey key = new LineKey(entry.id(), Origin.RATED, null, LineKind.LABOUR, PieceKey.of(Band.BUSINESS));
        Figures figures =
                new Figures(PieceKey.of(Band.BUSINESS), null, 0, 60, "USD", HOUR, HOUR, 0, "60 min × 150.00/h", null);
        return new BookedLine(
                new UUID(6, entry.id().getLeastSignificantBits()),
                key,
                figures,
                entry.workItemId(),
                entry.factsHash(),
                published);
    }

    private static SignedVersions terms() {
        byte[] document = """
                {"schema":"remit-agreement/1","agreementId":"0198c0de-0000-7000-8000-0000000000a1",
                 "tenant":"0198c0de-0000-7000-8000-000000000001",
                 "client":{"id":"0198c0de-0000-7000-8000-0000000000c1","code":"whitfield-crane","name":"Whitfield & Crane"},
                 "title":"Managed services","version":1,"effectiveFrom":"1800-01-01","clauses":[{"id":"4.2"},{"id":"6.1"}],
                 "items":[{"code":"office-move"}],
                 "scopeRules":[{"clause":"4.2","item":"office-move","treatment":"EXTRA","workType":"ONSITE"}],
                 "calendars":{"office-hours":{"zone":"America/New_York","weekly":{"MONDAY":[["08:30","17:30"]],
                   "TUESDAY":[["08:30","17:30"]]},"holidays":[]}},
                 "coverage":{"clause":"6.1","calendar":"office-hours"},
                 "serviceLevels":[],"signatures":[],
                 "rateCard":{"clause":"6.1","currency":"USD","hourly":[{"workType":"ONSITE","rate":"150.00"}],
                   "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
                   "minimumMinutes":0,"incrementMinutes":15,"roundingMode":"UP","travel":{"kind":"FLAT","fee":"75.00"}}}
                """.getBytes(StandardCharsets.UTF_8);
        return new SignedVersions(List.of(new SignedVersion(
                new UUID(7, 1), 1, "", "", LocalDate.parse("1800-01-01"), null, new PricedDocument(document))));
    }

    /** All lines that the new hour can move: five hours, two trips, and the cap's room used up. */
    @Benchmark
    public Outcome oneMoreHour() {
        Outcome outcome = Ledger.update(book, changed);
        long billed = outcome.lines().stream()
                .mapToLong(line -> line.figures().billedMinor())
                .sum();
        if (outcome.lines().size() != 7 || billed != LEFT) {
            throw new IllegalStateException("wrong lines: " + outcome.lines());
        }
        return outcome;
    }
}
