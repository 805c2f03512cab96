package dev.remit.engines.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.UsedVolume;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.engines.scope.WorkItemFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever is signed and whatever is done: the scope check, the ruling, the estimate and the bill say the same of every piece
 * of the work.
 */
class OneAnswerPropertiesTest {
    private static final int CLIENTS = 400;
    private static final Instant JUNE = Firm.june("01 00:00");
    private static final int MINUTES_OF_JUNE = 30 * 24 * 60;
    private static final RandomAgreements[] AGREEMENTS =
            IntStream.range(0, CLIENTS).mapToObj(RandomAgreements::new).toArray(RandomAgreements[]::new);

    /** @param worth minor units; null where nothing prices it */
    private record Piece(
            Band band, boolean beyondVolume, long minutes, Verdict verdict, List<String> clauses, Long worth) {

        static Piece of(PieceKey key, long minutes, Verdict verdict, List<String> clauses, Long worth) {
            boolean beyond = key != null && key.beyondVolume();
            return new Piece(key == null ? null : key.band(), beyond, minutes, verdict, clauses, worth);
        }
    }

    @Property(tries = 20_000)
    void scopeCheckRulingEstimateAndBillAgree(@ForAll Random random) {
        RandomAgreements signed = AGREEMENTS[random.nextInt(CLIENTS)];
        Instant start = JUNE.plus(random.nextInt(MINUTES_OF_JUNE), ChronoUnit.MINUTES);
        int minutes = 1 + random.nextInt(1_500);
        String workType = one(random, "ONSITE", "REMOTE");
        String role = one(random, null, "SENIOR");
        String site = one(random, null, "broad-street");
        WorkItemFacts.Builder facts = WorkItemFacts.on(LocalDate.ofInstant(start, Firm.NEW_YORK))
                .itemCode(RandomAgreements.ITEMS.get(random.nextInt(RandomAgreements.ITEMS.size())))
                .priority(one(random, "P1", "P3"))
                .ticketClass(one(random, "REQUEST", "PROJECT"))
                .site(site);
        int tickets = random.nextInt(4);
        long seconds = random.nextInt(5 * 3600);
        UsedVolume used = key -> key.unit() == VolumeUnit.HOUR ? seconds : tickets;

        WorkItemFacts unplanned = facts.build();
        Ruling ruling = signed.scopes().rule(unplanned, found(unplanned), used);
        WorkItemRuling known = new WorkItemRuling(ruling.cases(), ruling.silentReason(), signed.masterHash());
        PlannedWork planned = new PlannedWork(workType, role, site, Firm.NEW_YORK, start, minutes, 1, false);
        List<Piece> estimate = estimated(signed, known, planned, used);

        Band first = signed.hours().bandAt(start);
        facts.planned(new PieceOfWork(first, workType, role));
        Ruling check = signed.scopes().ruleNext(facts.build(), found(unplanned), used);
        assertEquals(estimate.getFirst().verdict(), check.verdict(), "the headline of a scope check");
        assertEquals(ruling.cases(), check.cases());
        for (Piece piece : estimate) {
            Judgement judged =
                    ruling.cases().judge(new PieceOfWork(piece.band(), workType, role, null, piece.beyondVolume()));
            assertEquals(piece.verdict(), judged.verdict(), "the ruling");
            assertEquals(piece.clauses(), clauses(judged), "the ruling's clauses");
        }
        assertEquals(estimate, billed(signed, known, planned, used), "the bill");
        eachVerdictIsAmong(estimate.getFirst().verdict());
        boolean beyond = estimate.stream().anyMatch(Piece::beyondVolume);
        Statistics.label("beyond a volume").collect(beyond).coverage(coverage -> coverage.check(true)
                .percentage(share -> share > 1));
    }

    private static void eachVerdictIsAmong(Verdict verdict) {
        Statistics.label("verdict").collect(verdict).coverage(coverage -> {
            for (Verdict each : Verdict.values()) {
                coverage.check(each).percentage(share -> share > 1);
            }
        });
    }

    private static Categorisation found(WorkItemFacts facts) {
        return new Categorisation(
                Categorisation.Basis.CHOSEN,
                facts.itemCode(),
                RandomAgreements.category(facts.itemCode()),
                facts.itemCode(),
                List.of());
    }

    private static List<Piece> estimated(
            RandomAgreements signed, WorkItemRuling ruling, PlannedWork planned, UsedVolume used) {
        Estimate estimate = Estimate.of(
                new Estimate.Terms(ruling, signed.versions(), true, Firm.NEXT_YEAR, LocalDate.EPOCH, used),
                List.of(planned));
        return estimate.pieces().getFirst().stream()
                .map(piece -> Piece.of(
                        piece.piece(),
                        piece.minutes(),
                        piece.verdict(),
                        piece.clauses().stream().map(Clause::id).toList(),
                        piece.worth() == null ? null : piece.worth().minor()))
                .toList();
    }

    private static List<Piece> billed(
            RandomAgreements signed, WorkItemRuling ruling, PlannedWork done, UsedVolume used) {
        WorkEntry entry = entry(done);
        List<VolumeUse> before = VolumeKeys.of(entry, ruling).stream()
                .map(key -> usedBefore(key, used.count(key)))
                .filter(use -> use.amount() > 0)
                .toList();
        Outcome outcome = Ledger.compute(new Facts(
                MemoryBook.CLIENT,
                List.of(entry),
                List.of(),
                Map.of(Firm.MOVE, ruling),
                Map.of(),
                signed.versions(),
                Map.of(),
                Map.of(),
                List.of(),
                before));
        return outcome.lines().stream()
                .map(line -> {
                    Judgement judgement = ((Basis.Present) line.basis()).judgement();
                    return Piece.of(
                            line.figures().piece(),
                            line.figures().minutes(),
                            judgement.verdict(),
                            clauses(judgement),
                            line.figures().amountMinor());
                })
                .toList();
    }

    private static VolumeUse usedBefore(VolumeKey key, long amount) {
        return new VolumeUse(key, new UUID(6, 2), Instant.EPOCH, null, null, amount, 0, 0, "");
    }

    private static WorkEntry entry(PlannedWork done) {
        return new WorkEntry(
                new UUID(6, 1),
                MemoryBook.CLIENT,
                Firm.TICKET,
                Firm.MOVE,
                "dana",
                done.site(),
                Firm.NEW_YORK,
                done.workType(),
                done.role(),
                done.start(),
                done.end(),
                null,
                null,
                false,
                false,
                Billability.BILLABLE,
                false,
                false,
                "as it is",
                done.start());
    }

    private static List<String> clauses(Judgement judgement) {
        return (judgement.decided() == null ? judgement.speaking().stream() : Stream.of(judgement.decided()))
                .map(RulingCase::clause)
                .filter(Objects::nonNull)
                .distinct()
                .map(Clause::id)
                .toList();
    }

    private static String one(Random random, String one, String other) {
        return random.nextBoolean() ? one : other;
    }
}
