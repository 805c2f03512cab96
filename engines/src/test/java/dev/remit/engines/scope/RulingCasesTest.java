package dev.remit.engines.scope;

import static dev.remit.engines.scope.Catalogue.category;
import static dev.remit.engines.scope.Catalogue.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.ScopeRule.Approval;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each piece of work on a new user's account is judged by the narrowest clause that speaks of it. */
class RulingCasesTest {
    private static final WorkConditions WEEKEND = new WorkConditions(Set.of(Band.WEEKEND), Set.of(), Set.of());
    private static final WorkConditions SENIOR = new WorkConditions(Set.of(), Set.of(), Set.of("SENIOR"));
    private static final WorkConditions ON_SITE_ON_HOLIDAYS =
            new WorkConditions(Set.of(Band.HOLIDAY), Set.of("ONSITE"), Set.of());

    private static final CompiledScope SCOPE = Catalogue.scope(
            ScopeRule.of("3.1", item("new-user"), Treatment.INCLUDED),
            on("4.4", item("new-user"), Treatment.EXTRA, WEEKEND, "REMOTE"),
            on("4.3", item("new-user"), Treatment.EXCLUDED, SENIOR, "REMOTE"),
            on("5.1", item("new-user"), Treatment.EXTRA, ON_SITE_ON_HOLIDAYS, "ONSITE"),
            on("9.9", category("accounts"), Treatment.EXCLUDED, ON_SITE_ON_HOLIDAYS, "ONSITE"));

    private static ScopeRule on(
            String clause, RuleTarget target, Treatment treatment, WorkConditions work, String workType) {
        Conditions when = new Conditions(Set.of(), Set.of(), Set.of(), work);
        return new ScopeRule(clause, target, treatment, when, null, workType, null, Approval.REQUIRED);
    }

    @ParameterizedTest(name = "{0} as {1} by {2}: {3} under {4}")
    @CsvSource(nullValues = "-", textBlock = """
        # band,      work type, role,   verdict,   clauses
        -,           -,         -,      INCLUDED,  3.1
        BUSINESS,    ONSITE,    -,      INCLUDED,  3.1
        AFTER_HOURS, -,         -,      INCLUDED,  3.1
        WEEKEND,     -,         -,      EXTRA,     4.4
        WEEKEND,     ONSITE,    JUNIOR, EXTRA,     4.4
        -,           -,         SENIOR, EXCLUDED,  4.3
        BUSINESS,    ONSITE,    SENIOR, EXCLUDED,  4.3
        WEEKEND,     -,         SENIOR, AMBIGUOUS, 4.4 4.3
        HOLIDAY,     ONSITE,    SENIOR, EXTRA,     5.1
        HOLIDAY,     ONSITE,    -,      EXTRA,     5.1
        HOLIDAY,     -,         -,      EXTRA,     5.1
        HOLIDAY,     REMOTE,    -,      INCLUDED,  3.1
        HOLIDAY,     REMOTE,    SENIOR, EXCLUDED,  4.3
        """)
    void theNarrowestCaseThatSpeaksOfThePieceDecides(
            Band band, String workType, String role, Verdict verdict, String clauses) {
        Ruling ruling = Catalogue.rule(SCOPE, Catalogue.of("new-user"), UsedVolume.NONE);
        assertEquals(Verdict.INCLUDED, ruling.verdict(), "the headline");
        Judgement judgement = ruling.cases().judge(new PieceOfWork(band, workType, role));
        assertEquals(verdict, judgement.verdict());
        assertEquals(
                clauses,
                judgement.speaking().stream().map(any -> any.clause().id()).collect(Collectors.joining(" ")));
        assertEquals(verdict == Verdict.EXTRA, judgement.approvalRequired());
    }

    @Test
    void noCaseIsWiderThanTheFirstThatSpeaksOfAllWork() {
        assertEquals(
                List.of("5.1", "4.4", "4.3", "3.1"),
                Catalogue.rule(SCOPE, Catalogue.of("new-user"), UsedVolume.NONE).cases().all().stream()
                        .map(any -> any.clause().id())
                        .toList());
    }

    @Test
    void whereOnlySomeWorkIsSpokenOfTheRestIsSilent() {
        RulingCases cases = Catalogue.rule(
                        Catalogue.scope(on("4.4", item("new-user"), Treatment.EXTRA, WEEKEND, null)),
                        Catalogue.of("new-user"),
                        UsedVolume.NONE)
                .cases();
        assertEquals(Verdict.SILENT, cases.judge(PieceOfWork.UNKNOWN).verdict());
        assertEquals(
                Verdict.EXTRA,
                cases.judge(new PieceOfWork(Band.WEEKEND, null, null)).verdict());
    }

    @Test
    void aVolumeIsCountedByTicketAndSoOfAllWork() {
        Conditions when = new Conditions(Set.of(), Set.of(), Set.of(), WEEKEND);
        InvalidInput refused = assertThrows(
                InvalidInput.class,
                () -> new ScopeRule(
                        "4.3",
                        item("new-user"),
                        Treatment.INCLUDED,
                        when,
                        new IncludedVolume(2, VolumePeriod.YEAR),
                        null,
                        null,
                        null));
        assertEquals("includedVolume", refused.path());
    }
}
