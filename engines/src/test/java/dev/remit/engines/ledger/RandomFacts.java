package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.ledger.Approvals.Refusal;
import dev.remit.engines.scope.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Changes of a client's facts at random, few enough of each that they meet. */
final class RandomFacts {
    private static final SignedVersion FIRST = Firm.version(1, "2026-01-01", null, "150.00", "ENTRY");
    private static final List<SignedVersion> SECONDS = List.of(
            Firm.version(2, "2026-06-10", null, "160.00", "ENTRY"),
            Firm.version(2, "2026-06-10", null, "160.00", "VISIT"),
            Firm.version(2, "2026-06-05", null, "160.00", "TICKET"),
            Firm.version(2, "2026-06-05", null, "160.00", "TICKET_DAY"));

    private static final List<String> CHARGED = List.of(
            "'treatment':'EXTRA','approval':'NOT_REQUIRED','price':{'kind':'FIXED','amount':'450.00'}",
            "'treatment':'EXTRA','price':{'kind':'FIXED','amount':'300.00'}",
            "'treatment':'EXTRA','price':{'kind':'PER_UNIT','amount':'70.00'}",
            "'treatment':'INCLUDED','surcharge':{'kind':'CALL_OUT','amount':'90.00'}",
            "'treatment':'INCLUDED','surcharge':{'kind':'MULTIPLIER'}",
            "'treatment':'EXTRA','approval':'NOT_REQUIRED','includedVolume':{'count':2,'unit':'HOUR','period':'MONTH'}",
            "'treatment':'EXTRA','includedVolume':{'count':5,'unit':'HOUR','period':'MONTH','carry':true}",
            "'treatment':'EXTRA','approval':'NOT_REQUIRED','includedVolume':{'count':2,'unit':'VISIT','period':'YEAR'}");

    private final Random random;
    private long now;

    RandomFacts(long seed) {
        random = new Random(seed);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private UUID workItem() {
        return new UUID(4, random.nextInt(4));
    }

    WorkEntry entry() {
        UUID workItem = random.nextInt(12) == 0 ? null : workItem();
        Instant start = Instant.parse("2026-06-05T04:00:00Z")
                .plus(Duration.ofDays(random.nextInt(9)))
                .plus(Duration.ofMinutes(20L * random.nextInt(72)));
        return Firm.entry(
                new UUID(6, random.nextInt(25)),
                random.nextInt(15) == 0 ? new UUID(1, 2) : MemoryBook.CLIENT,
                new UUID(3, workItem == null ? 0 : workItem.getLeastSignificantBits() / 2),
                workItem,
                one(List.of("dana", "miguel")),
                random.nextInt(4) == 0 ? null : one(List.of("broad-street", "annex")),
                random.nextInt(12) == 0 ? "CABLING" : "ONSITE",
                start,
                one(List.of(0L, 10L, 20L, 100L, 300L)),
                random.nextInt(3) > 0,
                random.nextInt(6) == 0 ? one(List.of(Billability.values())) : Billability.BILLABLE,
                random.nextInt(10) == 0);
    }

    WorkItemRuling ruling() {
        if (random.nextInt(2) == 0) {
            Long counted = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextInt(3));
            return Firm.ruled(one(CHARGED), counted);
        }
        return Firm.ruled(
                random.nextInt(3) == 0 ? one(List.of(Verdict.values())) : Verdict.EXTRA, random.nextBoolean());
    }

    SignedVersions versions() {
        return switch (random.nextInt(4)) {
            case 0 -> new SignedVersions(List.of());
            case 1 -> new SignedVersions(List.of(FIRST));
            default -> new SignedVersions(List.of(FIRST, one(SECONDS)));
        };
    }

    Approvals moreThan(Approvals before) {
        if (random.nextInt(4) == 0) {
            return new Approvals(before.approved(), one(List.of(Refusal.DECLINED, Refusal.EXPIRED)), before.declined());
        }
        List<ApprovedQuote> approved = new ArrayList<>(before.approved());
        approved.add(Firm.approved(random.nextInt(60_000) + 1L, random.nextInt(30) == 0 ? "EUR" : "USD"));
        return new Approvals(approved, before.refused(), before.declined());
    }

    /** Changes one fact of a book and updates it; cut-offs change no line that they do not publish. */
    void change(MemoryBook book) {
        UUID workItem = workItem();
        switch (random.nextInt(10)) {
            case 0, 1 -> book.update(book.rule(workItem, ruling()));
            case 2, 3 ->
                book.update(book.quote(workItem, moreThan(book.approvals.getOrDefault(workItem, Approvals.NONE))));
            case 4 ->
                book.cutOff(
                        LocalDate.parse("2026-06-04").plusDays(random.nextInt(11)), Firm.NEXT_YEAR.plusSeconds(++now));
            case 5 -> {
                // Other terms move nothing of an entry that is published and at rest.
                if (random.nextInt(3) == 0 && book.rows.stream().noneMatch(row -> row.line.published())) {
                    book.update(book.sign(versions()));
                }
            }
            default -> book.update(book.record(entry()));
        }
    }

    /** A book with everything that work needs. */
    MemoryBook book() {
        MemoryBook book = new MemoryBook();
        book.sign(new SignedVersions(List.of(FIRST, one(SECONDS))));
        for (int i = 0; i < 4; i++) {
            book.rule(new UUID(4, i), random.nextInt(3) == 0 ? ruling() : Firm.ruled(Verdict.EXTRA, true));
            if (random.nextInt(3) > 0) {
                book.quote(
                        new UUID(4, i),
                        new Approvals(List.of(Firm.approved(random.nextInt(90_000) + 1L, "USD")), null, Map.of()));
            }
        }
        return book;
    }
}
