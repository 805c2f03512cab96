package dev.remit.engines.scope;

import static dev.remit.engines.scope.Catalogue.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.scope.ScopeRule.Approval;
import dev.remit.engines.scope.TreatmentByHand.Ground;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatmentByHandTest {
    private static final ScopeRule MOVE = new ScopeRule(
            "4.2", item("office-move"), Treatment.EXTRA, null, null, "ONSITE", 600L, Approval.NOT_REQUIRED);
    private static final ScopeRule DESKS = new ScopeRule(
            "4.3",
            item("desk-move"),
            Treatment.INCLUDED,
            null,
            new IncludedVolume(2, VolumePeriod.YEAR),
            null,
            null,
            Approval.REQUIRED);
    private static final ScopeRule DESKS_AT_THE_WEEKEND = new ScopeRule(
            "4.4",
            item("desk-move"),
            Treatment.EXTRA,
            new Conditions(Set.of(), Set.of(), Set.of(), new WorkConditions(Set.of(Band.WEEKEND), Set.of(), Set.of())),
            null,
            "REMOTE",
            null,
            Approval.NOT_REQUIRED);

    private static Ruling treated(String code, Treatment treatment, Ground ground) {
        return Catalogue.rule(Catalogue.scope(MOVE, DESKS, DESKS_AT_THE_WEEKEND), Catalogue.of(code), UsedVolume.NONE)
                .treated(new TreatmentByHand(treatment, ground));
    }

    /** Who says that EXTRA work stays so keeps what was signed of its approval; who makes it so asks the client. */
    @ParameterizedTest(name = "{0} as {1}: approval {2}, as {3}")
    @CsvSource(nullValues = "-", textBlock = """
                    # item,         treatment, approval needed, charged as
                    office-move,    INCLUDED,  false,           ONSITE
                    office-move,    EXTRA,     false,           ONSITE
                    office-move,    EXCLUDED,  false,           ONSITE
                    desk-move,      INCLUDED,  false,           REMOTE
                    desk-move,      EXTRA,     true,            REMOTE
                    printer-fix,    EXTRA,     true,            -
                    """)
    void itIsOneCaseOfAllWorkUnderNoClause(String code, Treatment treatment, boolean approval, String workType) {
        Ruling ruling = treated(code, treatment, Ground.MISTAKE);
        assertEquals(treatment.name(), ruling.verdict().name());
        assertEquals(code, ruling.item());
        assertEquals(approval, ruling.approvalNeeded());
        assertEquals(workType, ruling.decided().workType());
        assertNull(ruling.clause());
        assertNull(ruling.silentReason());
        for (Band band : Band.values()) {
            RulingCases.Judgement judgement = ruling.cases().judge(new PieceOfWork(band, "ANY", "SENIOR"));
            assertEquals(ruling.verdict(), judgement.verdict());
            assertEquals(approval, judgement.approvalRequired());
        }
    }

    @Test
    void itUsesUpNoIncludedVolume() {
        assertFalse(treated("desk-move", Treatment.INCLUDED, Ground.GOODWILL).consumesVolume());
    }

    @Test
    void itSaysThatAPersonDecidedAndWhy() {
        assertEquals(
                "A person has decided that it is INCLUDED, as goodwill. No approval is needed.",
                treated("office-move", Treatment.INCLUDED, Ground.GOODWILL).reasons());
        assertEquals(
                "A person has decided that it is EXTRA, to put a mistake right. The client must approve before the work.",
                treated("printer-fix", Treatment.EXTRA, Ground.MISTAKE).reasons());
        assertEquals(
                "A person has decided that it is EXCLUDED, to settle a dispute.",
                treated("office-move", Treatment.EXCLUDED, Ground.DISPUTE_SETTLED)
                        .reasons());
    }

    @Test
    void itNeedsATreatmentAndAGround() {
        assertThrows(InvalidInput.class, () -> new TreatmentByHand(null, Ground.GOODWILL));
        assertThrows(InvalidInput.class, () -> new TreatmentByHand(Treatment.EXTRA, null));
    }
}
