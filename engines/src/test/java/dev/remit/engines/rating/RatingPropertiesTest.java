package dev.remit.engines.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RatingPropertiesTest {

    private static RatingCase anyCase(long seed) {
        return new RandomCases(seed).next();
    }

    @Property(tries = 300)
    void theOrderOfTheListsDoesNotMatter(@ForAll long seed) {
        RatingCase work = anyCase(seed);
        Random random = new Random(seed);
        RatingCase shuffled = new RatingCase(
                work.terms(),
                work.otherTerms(),
                shuffled(work.entries(), random),
                shuffled(work.blocks(), random),
                shuffled(work.caps(), random));
        assertEquals(RatingEngine.rate(work), RatingEngine.rate(shuffled));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    @Property(tries = 300)
    void thePartsOfAnEntryAddUpToIt(@ForAll long seed) {
        RatingResult result = RatingEngine.rate(anyCase(seed));
        for (RatingResult.RatedEntry entry : result.entries()) {
            long inBands = entry.bands().values().stream().mapToLong(m -> m).sum();
            long inLines = result.lines().stream()
                    .filter(line -> line.entry().equals(entry.id()))
                    .mapToLong(RatedLine::minutes)
                    .sum();
            assertEquals(entry.billableMinutes(), inBands);
            assertEquals(entry.billableMinutes(), inLines);
        }
    }

    @Property(tries = 300)
    void whatIsRoundedTogetherRatesTheSameApart(@ForAll long seed) {
        RatingCase work = anyCase(seed);
        List<TimeEntry> tiedByRoundingAlone = work.entries().stream()
                .map(entry -> TimeEntry.of(entry.id(), entry.workType(), entry.start(), entry.end())
                        .workedSeconds(entry.workedSeconds())
                        .role(entry.role())
                        .ticket(entry.ticket())
                        .visit(entry.technician(), entry.site())
                        .build())
                .toList();
        RatingCase whole = RatingCase.of(work.terms(), tiedByRoundingAlone);
        List<RatedLine> apart = whole.apart().stream()
                .flatMap(part -> RatingEngine.rate(part).lines().stream())
                .toList();
        List<RatedLine> together = RatingEngine.rate(whole).lines();
        assertEquals(together.size(), apart.size());
        assertEquals(Set.copyOf(together), Set.copyOf(apart));
    }

    @Property(tries = 300)
    void nothingIsLostToTheCap(@ForAll long seed) {
        RatingResult result = RatingEngine.rate(anyCase(seed));
        assertEquals(result.subtotalMinor(), result.billedMinor() + result.overCapMinor());
        assertEquals(
                result.subtotalMinor(),
                result.lines().stream().mapToLong(RatedLine::amountMinor).sum());
        assertEquals(
                result.billedMinor(),
                result.lines().stream().mapToLong(RatedLine::billedMinor).sum());
        assertEquals(result.totalMinor(), result.billedMinor() + result.taxMinor());
        result.lines().forEach(line -> assertTrue(line.billedMinor() >= 0 && line.overCapMinor() >= 0));
    }

    @Property(tries = 300)
    void noCapIsExceeded(@ForAll long seed) {
        RatingCase work = anyCase(seed);
        RatingResult result = RatingEngine.rate(work);
        for (Cap cap : work.caps()) {
            long billed = result.lines().stream()
                    .filter(line -> work.entries().stream()
                            .anyMatch(e -> e.id().equals(line.entry()) && Objects.equals(e.cap(), cap.name())))
                    .mapToLong(RatedLine::billedMinor)
                    .sum();
            assertTrue(billed <= Math.max(0, cap.capMinor() - cap.alreadyBilledMinor()));
        }
    }

    @Property(tries = 300)
    void blocksGiveWhatLinesTake(@ForAll long seed) {
        RatingCase work = anyCase(seed);
        RatingResult result = RatingEngine.rate(work);
        assertEquals(
                result.lines().stream().mapToLong(RatedLine::blockMinutesUsed).sum(),
                result.blocks().stream()
                        .mapToLong(RatingResult.BlockUse::usedMinutes)
                        .sum());
        for (PrepaidBlock block : work.blocks()) {
            RatingResult.BlockUse use = result.blocks().stream()
                    .filter(b -> b.id().equals(block.id()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(block.remainingMinutes(), use.usedMinutes() + use.remainingMinutes());
            assertTrue(use.remainingMinutes() >= 0);
        }
    }

    @Property(tries = 300)
    void aHigherCapNeverBillsLess(@ForAll long seed) {
        RatingCase work = anyCase(seed);
        List<Cap> higher = work.caps().stream()
                .map(cap -> new Cap(cap.name(), cap.capMinor() + 1_000, cap.alreadyBilledMinor()))
                .toList();
        long billed = RatingEngine.rate(work).billedMinor();
        assertTrue(RatingEngine.rate(work.with(work.blocks(), higher)).billedMinor() >= billed);
    }

    @Property(tries = 300)
    void aCaseIsReadBackFromEvidenceAndRatesTheSame(@ForAll long seed) {
        RatingCase work = anyCase(seed);
        byte[] stored = CanonicalJson.bytes(work);
        RatingCase read = Json.readStrictly(Json.parse(stored), RatingCase.class);
        assertEquals(work, read);
        assertEquals(RatingEngine.rate(work), RatingEngine.rate(read));
    }
}
