package dev.remit.engines.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Three agreements with random rules that are in force together. */
class AddendaPropertiesTest {

    private static CompiledScope master(Random random) {
        return Agreements.scope(Agreements.MASTER, ScopePropertiesTest.rules(random));
    }

    private static CompiledScope addendum(CaseAgreement agreement, Random random) {
        return Agreements.scope(
                agreement,
                ScopePropertiesTest.rules(random).stream()
                        .filter(rule -> !(rule.target() instanceof RuleTarget.CatchAll))
                        .toList());
    }

    @Property(tries = 5_000)
    void theOrderOfAgreementsNeverMatters(@ForAll Random random) {
        CompiledScope master = master(random);
        CompiledScope backup = addendum(Agreements.BACKUP, random);
        CompiledScope project = addendum(Agreements.PROJECT, random);
        WorkItemFacts facts = ScopePropertiesTest.facts(random);
        Ruling one = Agreements.rule(facts, master, backup, project);
        Ruling other = Agreements.rule(facts, master, project, backup);
        assertEquals(one.verdict(), other.verdict());
        assertEquals(one.approvalNeeded(), other.approvalNeeded());
        assertEquals(new HashSet<>(one.disagreeing()), new HashSet<>(other.disagreeing()));
        assertEquals(
                new HashSet<>(one.cases().all()), new HashSet<>(other.cases().all()));
        PieceOfWork piece = ScopePropertiesTest.piece(random);
        assertEquals(
                one.cases().judge(piece).verdict(), other.cases().judge(piece).verdict());
    }

    /** Work that addenda speak of is judged as if there were no master, and other work as if there were no addenda. */
    @Property(tries = 5_000)
    void anAddendumsRuleAlwaysGoesFirst(@ForAll Random random) {
        CompiledScope master = master(random);
        CompiledScope backup = addendum(Agreements.BACKUP, random);
        CompiledScope project = addendum(Agreements.PROJECT, random);
        WorkItemFacts facts = ScopePropertiesTest.facts(random);
        CompiledScope silent = Agreements.scope(Agreements.MASTER, List.of());
        PieceOfWork piece = ScopePropertiesTest.piece(random);
        RulingCases.Judgement both =
                Agreements.rule(facts, master, backup, project).cases().judge(piece);
        RulingCases.Judgement addenda =
                Agreements.rule(facts, silent, backup, project).cases().judge(piece);
        RulingCases.Judgement alone = Agreements.rule(facts, master).cases().judge(piece);
        RulingCases.Judgement expected = addenda.verdict() == Verdict.SILENT ? alone : addenda;
        assertEquals(expected.verdict(), both.verdict());
        if (both.decided() != null) {
            assertEquals(expected.decided().agreement(), both.decided().agreement());
            assertEquals(expected.decided().clause(), both.decided().clause());
            assertFalse(
                    both.decided().agreement().kind() == AgreementKind.MASTER && addenda.verdict() != Verdict.SILENT);
        }
    }
}
