package dev.remit.engines.scope;

import static dev.remit.engines.scope.Agreements.BACKUP;
import static dev.remit.engines.scope.Agreements.MASTER;
import static dev.remit.engines.scope.Agreements.PROJECT;
import static dev.remit.engines.scope.Agreements.rule;
import static dev.remit.engines.scope.Agreements.scope;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddendaRulingTest {
    private static final String ACCOUNTS_INCLUDED = "'clause':'3.1','category':'accounts','treatment':'INCLUDED'";
    private static final String ANYTHING_EXTRA =
            "'clause':'9.9','catchAll':true,'treatment':'EXTRA','workType':'REMOTE'";
    private static final WorkItemFacts NEW_USER = Catalogue.of("new-user");

    private static String cases(Ruling ruling) {
        return ruling.cases().all().stream()
                .map(any -> any.agreement().title() + " " + any.clause().id())
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        an addendum's rule for the item goes first         | 'clause':'4.2','item':'new-user','treatment':'EXCLUDED'       | EXCLUDED | Back-up 4.2
        its rule for a category before the master's item   | 'clause':'4.2','category':'accounts','treatment':'EXCLUDED'   | EXCLUDED | Back-up 4.2
        it has no rule for the work                        | 'clause':'4.2','item':'desk-move','treatment':'EXCLUDED'      | INCLUDED | Managed services 3.2
        it speaks of another priority                      | 'clause':'4.2','item':'new-user','treatment':'EXCLUDED','when':{'priorities':['P1']} | INCLUDED | Managed services 3.2
        it speaks of other work, the master of the rest    | 'clause':'4.2','item':'new-user','treatment':'EXTRA','when':{'bands':['WEEKEND']} | INCLUDED | Back-up 4.2, Managed services 3.2
        """)
    void anAddendumGoesBeforeItsMaster(String what, String addendum, Verdict verdict, String cases) {
        CompiledScope master = scope(
                MASTER, ACCOUNTS_INCLUDED, "'clause':'3.2','item':'new-user','treatment':'INCLUDED'", ANYTHING_EXTRA);
        Ruling ruling = rule(NEW_USER, master, scope(BACKUP, addendum));
        assertEquals(verdict, ruling.verdict(), what);
        assertEquals(cases, cases(ruling));
    }

    @Test
    void eachClauseIsCitedWithItsAgreement() {
        Ruling ruling = rule(
                NEW_USER,
                scope(MASTER, ACCOUNTS_INCLUDED),
                scope(BACKUP, "'clause':'4.2','item':'new-user','treatment':'EXTRA','workType':'ONSITE'"));
        assertEquals(
                "The work is the item new-user, chosen by hand."
                        + " Clause 3.1 (Support) of version 1 of the master agreement \"Managed services\" also applies"
                        + " with its rule for category accounts, but addenda go before it."
                        + " Clause 4.2 (Office moves) of version 1 of the addendum \"Back-up\" applies: its rule for item"
                        + " new-user says EXTRA as ONSITE."
                        + " The client must approve before the work.",
                ruling.reasons());
        assertEquals(BACKUP, ruling.agreement());
        assertEquals(BACKUP, ruling.decided().agreement());
    }

    @Test
    void addendaThatDisagreeAreAmbiguous() {
        CompiledScope master = scope(MASTER, ACCOUNTS_INCLUDED);
        CompiledScope backup = scope(BACKUP, "'clause':'4.2','item':'new-user','treatment':'EXCLUDED'");
        CompiledScope project = scope(PROJECT, "'clause':'4.3','item':'new-user','treatment':'INCLUDED'");
        Ruling ruling = rule(NEW_USER, master, backup, project);
        assertEquals(Verdict.AMBIGUOUS, ruling.verdict());
        assertEquals("Back-up 4.2, Move to Pearl Street 4.3", cases(ruling));
        assertEquals(BACKUP, ruling.agreement(), "the first clause's");
        assertTrue(
                ruling.reasons()
                        .contains("Clause 4.3 (Desk moves) of version 1 of the addendum \"Move to Pearl Street\""
                                + " has equal weight and says INCLUDED."),
                ruling::reasons);
        assertEquals(
                List.of("new-user"),
                backup.conflictsWith(project).stream()
                        .map(CompiledScope.Conflict::item)
                        .toList());
        CompiledScope wider = scope(PROJECT, "'clause':'4.3','category':'accounts','treatment':'INCLUDED'");
        assertEquals(Verdict.EXCLUDED, rule(NEW_USER, master, backup, wider).verdict(), "the narrower decides");
        assertEquals(List.of(), backup.conflictsWith(wider));
    }

    @Test
    void eachAgreementKnowsTheItemsOfItsOwnCatalogue() {
        WorkItemFacts later = Catalogue.facts().title("second factor").build();
        CompiledScope master = scope(MASTER, ACCOUNTS_INCLUDED);
        String category = "'clause':'4.2','category':'accounts','treatment':'EXCLUDED'";
        Ruling byCategory = rule(later, master, scope(BACKUP, category));
        assertEquals(Verdict.EXCLUDED, byCategory.verdict());
        assertTrue(byCategory
                .reasons()
                .contains(
                        "Version 1 of the addendum \"Back-up\" does not have that item; it is of category accounts."));
        CompiledScope silent = new CompiledScope(
                BACKUP, Catalogue.CLAUSES, Catalogue.ITEMS, List.of(Agreements.rule(category)), LaterItems.SILENT);
        assertEquals(Verdict.INCLUDED, rule(later, master, silent).verdict(), "the addendum leaves it to the master");
    }

    @Test
    void anAddendumHasNoCatchAll() {
        InvalidInput fault = assertThrows(InvalidInput.class, () -> scope(BACKUP, ACCOUNTS_INCLUDED, ANYTHING_EXTRA));
        assertEquals("scopeRules[1].catchAll", fault.path());
    }

    @Test
    void hoursAreThoseOfTheAgreementWhoseRuleGoesFirst() {
        CompiledScope backup =
                scope(BACKUP, "'clause':'4.2','item':'new-user','treatment':'EXTRA','when':{'bands':['WEEKEND']}");
        ScopesInForce scopes = new ScopesInForce(scope(MASTER, ACCOUNTS_INCLUDED), List.of(backup));
        assertEquals(Optional.of(BACKUP), scopes.leading(NEW_USER, Catalogue.found(NEW_USER)));
        WorkItemFacts other = Catalogue.of("password-reset");
        assertEquals(Optional.of(MASTER), scopes.leading(other, Catalogue.found(other)));
        WorkItemFacts unruled = Catalogue.of("desk-move");
        assertEquals(Optional.of(MASTER), scopes.leading(unruled, Catalogue.found(unruled)));
    }

    @Test
    void aTreatmentByHandKeepsThePricesOfWhatDecided() {
        Ruling ruling = rule(
                NEW_USER,
                scope(MASTER, ACCOUNTS_INCLUDED),
                scope(BACKUP, "'clause':'4.2','item':'new-user','treatment':'EXTRA','workType':'ONSITE'"));
        Ruling byHand = ruling.treated(new TreatmentByHand(Treatment.EXTRA, TreatmentByHand.Ground.MISTAKE));
        assertEquals(
                BACKUP,
                byHand.cases()
                        .judge(new PieceOfWork(Band.WEEKEND, null, null))
                        .decided()
                        .agreement());
    }
}
