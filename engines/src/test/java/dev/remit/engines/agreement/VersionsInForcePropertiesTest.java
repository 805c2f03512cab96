package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Versions of three agreements within forty days: signed with and without an end, ended early, withdrawn. */
class VersionsInForcePropertiesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-06-01");
    private static final int DAYS = 40;

    private static VersionsInForce<VersionTerm> of(List<VersionTerm> terms) {
        return new VersionsInForce<>(terms, Function.identity());
    }

    private static VersionTerm random(Random random, int version) {
        LocalDate from = FIRST.plusDays(random.nextInt(DAYS));
        LocalDate to = random.nextBoolean() ? null : from.plusDays(1L + random.nextInt(DAYS));
        VersionTerm signed = new VersionTerm(new UUID(7, random.nextInt(3)), version, from, to);
        return switch (random.nextInt(4)) {
            case 0 -> signed.withdrawn();
            case 1 -> signed.endedOn(from.plusDays(1L + random.nextInt(DAYS)));
            default -> signed;
        };
    }

    private static VersionTerm randomOfAny(Random random, int version) {
        VersionTerm master = random(random, version);
        return random.nextBoolean()
                ? master
                : new VersionTerm(
                        new UUID(8, random.nextInt(3)),
                        version,
                        master.effectiveFrom(),
                        master.effectiveTo(),
                        new UUID(7, random.nextInt(3)));
    }

    /** As contracts-service lets them be signed: none beside one with which it conflicts. */
    private static List<VersionTerm> signable(Random random) {
        List<VersionTerm> signed = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            VersionTerm next = random(random, i);
            if (of(signed).conflictsWith(next).isEmpty()) {
                signed.add(next);
            }
        }
        return signed;
    }

    @Property
    void theAnswerDoesNotDependOnTheOrderInWhichVersionsCame(@ForAll Random random) {
        List<VersionTerm> terms = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            terms.add(randomOfAny(random, i));
        }
        List<VersionTerm> shuffled = new ArrayList<>(terms);
        Collections.shuffle(shuffled, random);
        for (int day = -1; day < 3 * DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            assertEquals(of(terms).on(date), of(shuffled).on(date));
            assertEquals(of(terms).lapse(date), of(shuffled).lapse(date));
        }
        assertEquals(of(terms).firstDate(), of(shuffled).firstDate());
    }

    /** However versions were signed, ended and withdrawn, their dates lie beside each other. */
    @Property
    void atMostOneIsInForceOnAnyDate(@ForAll Random random) {
        List<VersionTerm> signed = signable(random);
        VersionsInForce<VersionTerm> versions = of(signed);
        for (int day = -1; day < 3 * DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            List<VersionTerm> holding = signed.stream()
                    .filter(term ->
                            !term.isEmpty() && versions.termInForce(term).includes(date))
                    .toList();
            assertTrue(holding.size() <= 1, () -> date + ": " + holding);
            assertEquals(holding.stream().findFirst(), versions.on(date).map(InForce::master));
        }
    }

    /** An addendum is there on the dates that its term in force says, and never without its master. */
    @Property
    void addendaStandBesideTheirMaster(@ForAll Random random) {
        List<VersionTerm> signed = signable(random);
        for (int i = 0; i < 6; i++) {
            VersionTerm next = randomOfAny(random, 20 + i);
            if (next.isOfAddendum() && of(signed).conflictsWith(next).isEmpty()) {
                signed.add(next);
            }
        }
        VersionsInForce<VersionTerm> versions = of(signed);
        for (int day = -1; day < 3 * DAYS; day++) {
            LocalDate date = FIRST.plusDays(day);
            List<VersionTerm> addenda = versions.on(date).map(InForce::addenda).orElse(List.of());
            List<VersionTerm> expected = signed.stream()
                    .filter(term -> term.isOfAddendum()
                            && !term.isEmpty()
                            && versions.termInForce(term).includes(date))
                    .toList();
            assertEquals(Set.copyOf(expected), Set.copyOf(addenda), date::toString);
            addenda.forEach(addendum -> assertEquals(
                    addendum.master(), versions.on(date).orElseThrow().master().agreementId()));
        }
    }

    @Property
    void coverGoesOnUntilItLapses(@ForAll Random random) {
        VersionsInForce<VersionTerm> versions = of(signable(random));
        LocalDate covered = FIRST.plusDays(random.nextInt(2 * DAYS));
        Optional<LocalDate> lapse = versions.lapse(covered).map(VersionsInForce.Lapse::date);
        LocalDate last = FIRST.plusDays(4L * DAYS);
        LocalDate date = covered;
        while (date.isBefore(last) && versions.on(date).isPresent()) {
            date = date.plusDays(1);
        }
        boolean lapses = !date.equals(covered) && date.isBefore(last);
        assertEquals(lapses ? Optional.of(date) : Optional.empty(), lapse);
    }
}
