package dev.remit.engines.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.evidence.CanonicalJson;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine against the plain rater, to the cent, on random cases. */
class ReferenceTest {

    private static final int CASES = 20_000;

    @Test
    void noCaseDiffersFromThePlainRater() {
        RandomCases cases = new RandomCases(20_260_620);
        Seen seen = new Seen();
        for (int i = 0; i < CASES; i++) {
            RatingCase work = cases.next();
            RatingResult result = RatingEngine.rate(work);
            String engine = CanonicalJson.text(result);
            String plain = CanonicalJson.text(ReferenceRater.rate(work));
            int number = i;
            assertEquals(plain, engine, () -> "case " + number + ": " + CanonicalJson.text(work));
            seen.note(result);
        }
        seen.everythingCameUp();
    }

    /** A comparison that never met a cap or a block would prove little. */
    private static final class Seen {
        private final Set<RatedLine.Kind> kinds = EnumSet.noneOf(RatedLine.Kind.class);
        private int overCap;
        private int covered;
        private int partly;
        private int severalBands;
        private int cut;

        void note(RatingResult result) {
            result.lines().forEach(line -> {
                kinds.add(line.kind());
                covered += line.blockMinutes() > 0 ? 1 : 0;
                cut += line.from() != null ? 1 : 0;
                partly += line.blockMinutes() > 0 && line.chargedMinutes() > 0 ? 1 : 0;
            });
            overCap += result.overCapMinor() > 0 ? 1 : 0;
            severalBands += result.entries().stream().anyMatch(e -> e.bands().size() > 2) ? 1 : 0;
        }

        void everythingCameUp() {
            assertEquals(EnumSet.allOf(RatedLine.Kind.class), kinds);
            assertTrue(overCap > CASES / 20, () -> "over the cap: " + overCap);
            assertTrue(covered > CASES / 20, () -> "covered by blocks: " + covered);
            assertTrue(partly > CASES / 50, () -> "partly covered: " + partly);
            assertTrue(cut > CASES / 200, () -> "cut where the rate changes: " + cut);
            assertTrue(severalBands > CASES / 100, () -> "three bands or more: " + severalBands);
        }
    }
}
