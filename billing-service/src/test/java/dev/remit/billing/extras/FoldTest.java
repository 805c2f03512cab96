package dev.remit.billing.extras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.billing.TestDocument;
import dev.remit.billing.agreements.SignedVersions;
import dev.remit.billing.agreements.Versions;
import dev.remit.billing.approvals.Authority;
import dev.remit.billing.approvals.Authority.Approved;
import dev.remit.billing.approvals.Decider;
import dev.remit.billing.work.Billability;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Verdict;
import dev.remit.billing.work.Work.KnownEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fold by itself: facts in, lines out. */
class FoldTest {
    private static final Decider BY = new Decider("E", "e@example.com", "e", "e", "client-approver", "API");
    private static final UUID CLIENT = UUID.randomUUID();
    private static final UUID WORK_ITEM = UUID.randomUUID();
    private static final UUID TICKET = UUID.randomUUID();
    private static final String HASH = "a".repeat(64);
    private static final SignedVersions VERSIONS = Versions.of(CLIENT, TestDocument.bytes(CLIENT), HASH);
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

    private static Entry entry(String technician, String site, Instant start, long minutes, Billability billable) {
        return new Entry(
                1,
                TICKET,
                WORK_ITEM,
                CLIENT,
                site,
                "America/New_York",
                technician,
                technician,
                "ONSITE",
                null,
                start,
                start.plusSeconds(60 * minutes),
                false,
                null,
                true,
                billable,
                false,
                null,
                "cw",
                technician + start);
    }

    private static Ruling ruling(boolean approvalRequired) {
        return new Ruling(
                TICKET,
                CLIENT,
                "cw",
                "70123",
                null,
                false,
                UUID.randomUUID(),
                1,
                Verdict.EXTRA,
                "FROZEN",
                "office-move",
                "4.2",
                "Office moves",
                "",
                null,
                1,
                HASH,
                HASH,
                approvalRequired,
                "ONSITE",
                null,
                null,
                BEFORE);
    }

    private static Authority approved(long... capsMinor) {
        List<Approved> approved = new ArrayList<>();
        for (long cap : capsMinor) {
            approved.add(new Approved(
                    UUID.randomUUID(), cap, "USD", HASH, Instant.parse("2027-01-01T00:00:00Z"), BY, BEFORE, Map.of()));
        }
        return new Authority(approved, null, Map.of());
    }

    private static Book book(
            List<KnownEntry> entries, Ruling ruling, Authority authority, SignedVersions versions, List<Extra> lines) {
        long billed = lines.stream()
                .filter(Extra::isPublished)
                .mapToLong(line -> line.figures.billedMinor())
                .sum();
        return new Book(
                CLIENT,
                entries,
                Map.of(WORK_ITEM, ruling),
                authority == null ? Map.of() : Map.of(WORK_ITEM, authority),
                versions,
                lines.stream().collect(Collectors.groupingBy(line -> line.timeEntryId)),
                Map.of(WORK_ITEM, Map.of("USD", billed)),
                Set.of(),
                List.of());
    }

    private static List<KnownEntry> work(Random random, int count) {
        List<KnownEntry> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant start = Instant.parse("2026-06-01T00:00:00Z").plusSeconds(60L * random.nextInt(60 * 24 * 14));
            Billability billable = Billability.values()[Math.max(0, random.nextInt(8) - 4)];
            work.add(new KnownEntry(
                    new UUID(random.nextLong(), random.nextLong()),
                    entry(
                            List.of("dana", "miguel").get(random.nextInt(2)),
                            random.nextBoolean() ? "broad-street" : null,
                            start,
                            random.nextInt(600),
                            billable),
                    start));
        }
        return work;
    }

    private static List<Extra> published(List<Draft> drafts) {
        List<Extra> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            Extra line = new Extra(UUID.randomUUID(), CLIENT, draft);
            if (draft.figures().heldReason() == null && draft.figures().billedMinor() != 0) {
                line.position = lines.size() + 1L;
                line.settleStatus();
            }
            lines.add(line);
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderOfArrivalNeverMattersAndNothingIsLost(long seed) {
        Random random = new Random(seed);
        List<KnownEntry> work = work(random, 40);
        Authority authority = approved(random.nextInt(2_000_000) + 1L);
        Ruling ruling = ruling(true);
        BookFold.Outcome outcome = BookFold.fold(book(work, ruling, authority, VERSIONS, List.of()));
        List<KnownEntry> shuffled = new ArrayList<>(work);
        Collections.shuffle(shuffled, random);
        assertEquals(
                outcome.drafts(),
                BookFold.fold(book(shuffled, ruling, authority, VERSIONS, List.of()))
                        .drafts());
        long billed = 0;
        for (Draft draft : outcome.drafts()) {
            Figures figures = draft.figures();
            boolean held = figures.heldReason() != null && figures.heldReason() != HeldReason.OVER_CAP;
            long accounted = held ? figures.amountMinor() : figures.billedMinor() + figures.overCapMinor();
            assertEquals(figures.amountMinor(), accounted);
            billed += figures.billedMinor();
        }
        assertTrue(billed <= authority.capMinor());
    }

    /** What folds pass by changes nothing for the rest. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatRestsIsNotMissed(long seed) {
        Random random = new Random(seed);
        List<KnownEntry> work = work(random, 40);
        Authority authority = approved(800_000);
        Ruling ruling = ruling(true);
        BookFold.Outcome all = BookFold.fold(book(work, ruling, authority, VERSIONS, List.of()));
        Set<UUID> carriers = all.drafts().stream()
                .filter(draft -> draft.key().kind() == LineKind.TRAVEL)
                .map(draft -> draft.key().timeEntryId())
                .collect(Collectors.toSet());
        List<KnownEntry> moving = work.stream()
                .filter(known -> !all.resting().contains(known.id()) || carriers.contains(known.id()))
                .toList();
        Map<Draft.Key, Figures> expected = new HashMap<>();
        all.drafts().forEach(draft -> expected.put(draft.key(), draft.figures()));
        BookFold.fold(book(moving, ruling, authority, VERSIONS, List.of()))
                .drafts()
                .forEach(draft -> assertEquals(expected.get(draft.key()), draft.figures()));
        assertTrue(moving.size() < work.size());
    }

    /** Work on Saturday under a cap of 2,000.00: labour is published up to it, the trip waits. */
    private static List<Extra> publishedUpToTheCap(KnownEntry saturday) {
        return published(BookFold.fold(book(List.of(saturday), ruling(true), approved(200_000), VERSIONS, List.of()))
                .drafts());
    }

    private static KnownEntry saturday() {
        Instant start = Instant.parse("2026-06-13T12:00:00Z");
        return new KnownEntry(
                UUID.randomUUID(), entry("dana", "broad-street", start, 540, Billability.BILLABLE), start);
    }

    /** An hour before and an hour after half past five on a Friday, under a cap for the first of them. */
    @Test
    void aHoldThatComesAfterAPartWasPublishedHoldsTheRest() {
        Instant start = Instant.parse("2026-06-12T20:30:00Z");
        KnownEntry friday = new KnownEntry(
                UUID.randomUUID(), entry("dana", "broad-street", start, 120, Billability.BILLABLE), start);
        List<Extra> lines =
                published(BookFold.fold(book(List.of(friday), ruling(true), approved(15_000), VERSIONS, List.of()))
                        .drafts());
        List<Draft> drafts = BookFold.fold(
                        book(List.of(friday), ruling(true), approved(15_000, 50_000), Versions.none(), lines))
                .drafts();
        assertEquals(
                List.of(HeldReason.AWAITING_DOCUMENT),
                drafts.stream().map(draft -> draft.figures().heldReason()).toList());
    }

    @Test
    void aCapThatIsGoneReleasesWhatWasOverIt() {
        KnownEntry saturday = saturday();
        List<Extra> lines = publishedUpToTheCap(saturday);
        List<Draft> drafts = BookFold.fold(book(List.of(saturday), ruling(false), null, VERSIONS, lines))
                .drafts();
        assertEquals(
                List.of(2_500L, 7_500L),
                drafts.stream()
                        .sorted(Comparator.comparing(draft -> draft.figures().billedMinor()))
                        .map(draft -> draft.figures().billedMinor())
                        .toList());
        assertNull(drafts.getFirst().figures().heldReason());
    }

    @Test
    void capsInSeveralCurrenciesAreNeverAddedUp() {
        Approved dollars = approved(200_000).approved().getFirst();
        Approved euros =
                new Approved(UUID.randomUUID(), 900_000, "EUR", HASH, dollars.expiresAt(), BY, BEFORE, Map.of());
        Authority mixed = new Authority(List.of(dollars, euros), null, Map.of());
        List<Draft> drafts = BookFold.fold(book(List.of(saturday()), ruling(true), mixed, VERSIONS, List.of()))
                .drafts();
        assertTrue(drafts.stream().allMatch(draft -> draft.figures().heldReason() == HeldReason.OTHER_CURRENCY));
    }
}
