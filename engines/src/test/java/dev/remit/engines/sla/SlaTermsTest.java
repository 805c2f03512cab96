package dev.remit.engines.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.sla.ClientWaitRule.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Terms that cannot be, each refused with its field. */
class SlaTermsTest {
    private static final SlaTerms TERMS = Story.terms("P3");

    private static String refusal(Executable making) {
        return assertThrows(InvalidInput.class, making).path();
    }

    private static SlaTerms with(Map<ClockKind, ClockTerms> clocks, Set<EventKind> responses, List<Integer> percents) {
        return new SlaTerms(clocks, responses, percents, ChangePolicy.CARRY, UpdateAfter.ALWAYS, ClientWaitRule.USUAL);
    }

    @Test
    void everyClockIsNamedAlsoWithoutATarget() {
        Map<ClockKind, ClockTerms> clocks = new EnumMap<>(TERMS.clocks());
        clocks.remove(ClockKind.PLAN);
        assertEquals("clocks.PLAN", refusal(() -> SlaTerms.usual(clocks)));
    }

    @Test
    void anAutomaticAnswerIsNeverAResponse() {
        Set<EventKind> responses = Set.of(EventKind.AUTOMATIC_MESSAGE);
        assertEquals("responseEvents", refusal(() -> with(TERMS.clocks(), responses, List.of())));
    }

    @Test
    void warningsRiseBetweenNothingAndAll() {
        Set<EventKind> responses = SlaTerms.USUAL_RESPONSES;
        assertEquals("warningPercents[0]", refusal(() -> with(TERMS.clocks(), responses, List.of(0))));
        assertEquals("warningPercents[1]", refusal(() -> with(TERMS.clocks(), responses, List.of(50, 50))));
        assertEquals("warningPercents[1]", refusal(() -> with(TERMS.clocks(), responses, List.of(50, 100))));
    }

    @Test
    void targetsAreWholeSecondsInBounds() {
        assertEquals("target", refusal(() -> new Target.OpenTime(Duration.ofSeconds(-1))));
        assertEquals("target", refusal(() -> new Target.OpenTime(Duration.ofMillis(1_500))));
        assertEquals("target", refusal(() -> new Target.OpenTime(Duration.ofDays(1_000_001))));
    }

    @Test
    void businessDaysAreCountedToATimeOfDayOrTheClose() {
        assertEquals("businessDays", refusal(() -> new Target.Days(null, "CLOSE")));
        assertEquals("businessDays", refusal(() -> new Target.Days(0, "CLOSE")));
        assertEquals("businessDays", refusal(() -> new Target.Days(367, "CLOSE")));
        assertEquals("by", refusal(() -> new Target.Days(2, null)));
        assertEquals("by", refusal(() -> new Target.Days(2, "close")));
        assertEquals("by", refusal(() -> new Target.Days(2, "24:00")));
        assertEquals("by", refusal(() -> new Target.Days(2, "9:00")));
    }

    @Test
    void aTargetIsInMinutesOrInDaysAndNotInBoth() {
        TermsText.Clock both = new TermsText.Clock(60L, new Target.Days(1, "CLOSE"), 0, Set.of());
        TermsText usual = TERMS.text();
        Map<ClockKind, TermsText.Clock> clocks = new EnumMap<>(usual.clocks());
        clocks.put(ClockKind.PLAN, both);
        TermsText text = new TermsText(
                usual.calendars(),
                clocks,
                usual.responseEvents(),
                usual.warningPercents(),
                usual.onChange(),
                usual.updateAfter(),
                usual.clientWaitProof(),
                usual.questionWithinSeconds(),
                usual.clientWaitBusinessDays());
        assertEquals("clocks.PLAN.targetDays", refusal(() -> SlaTerms.of(text)));
    }

    @Test
    void clientWaitsHaveSensibleLimits() {
        Duration soon = Duration.ofMinutes(15);
        assertEquals("questionWithin", refusal(() -> new ClientWaitRule(Proof.QUESTION, Duration.ofMinutes(-1), 5)));
        assertEquals("businessDays", refusal(() -> new ClientWaitRule(Proof.QUESTION, soon, 0)));
        assertEquals("businessDays", refusal(() -> new ClientWaitRule(Proof.QUESTION, soon, 367)));
    }

    @Test
    void factsHaveWhatTheyNeed() {
        assertThrows(IllegalArgumentException.class, () -> new Fact.Happened(EventKind.WAIT_STARTED));
        assertThrows(IllegalArgumentException.class, () -> new Fact.WaitStarted(WaitReason.CLIENT, Instant.EPOCH));
    }

    @Test
    void pausesAreTheUsualOnesWhereTheTableIsSilent() {
        assertEquals(Set.of(), ClockKind.RESPONSE.pausedByDefault());
        assertEquals(
                Set.of(WaitReason.CLIENT, WaitReason.RESPONSIBILITY, WaitReason.VENDOR),
                ClockKind.PLAN.pausedByDefault());
        assertEquals(Set.of(WaitReason.CLIENT, WaitReason.RESPONSIBILITY), ClockKind.UPDATE.pausedByDefault());
        assertEquals(Set.of(WaitReason.values()), ClockKind.RESOLUTION.pausedByDefault());
    }
}
