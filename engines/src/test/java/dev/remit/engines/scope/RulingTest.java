package dev.remit.engines.scope;

import static dev.remit.engines.scope.Catalogue.category;
import static dev.remit.engines.scope.Catalogue.item;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.Categorisation.Basis;
import dev.remit.engines.scope.ScopeRule.Approval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingTest {

    private static final ScopeRule MOVE_EXTRA = ScopeRule.of("4.2", item("office-move"), Treatment.EXTRA);
    private static final ScopeRule ACCOUNTS_INCLUDED = ScopeRule.of("3.1", category("accounts"), Treatment.INCLUDED);
    private static final ScopeRule LEASES_EXCLUDED = ScopeRule.of("5.1", category("leases"), Treatment.EXCLUDED);
    private static final ScopeRule CATCH_ALL = ScopeRule.of("9.9", new RuleTarget.CatchAll(), Treatment.EXTRA);

    private static Conditions when(String priority, String ticketClass, String site, Band band) {
        return new Conditions(
                set(ticketClass), set(priority), set(site), new WorkConditions(set(band), Set.of(), Set.of()));
    }

    private static <T> Set<T> set(T value) {
        return value == null ? Set.of() : Set.of(value);
    }

    private static ScopeRule on(String clause, RuleTarget target, Treatment treatment, Conditions conditions) {
        return new ScopeRule(clause, target, treatment, conditions, null, null, null, null);
    }

    private static ScopeRule volume(Treatment treatment, long count, VolumePeriod period) {
        return new ScopeRule(
                "4.3", item("desk-move"), treatment, null, new IncludedVolume(count, period), null, null, null);
    }

    @ParameterizedTest(name = "{0} is {1} under {2}")
    @CsvSource(nullValues = "-", textBlock = """
                    # item,         verdict,  clause, silent reason, approval needed
                    office-move,    EXTRA,    4.2,    -,             true
                    password-reset, INCLUDED, 3.1,    -,             false
                    new-user,       INCLUDED, 3.1,    -,             false
                    printer-lease,  EXCLUDED, 5.1,    -,             false
                    printer-fix,    SILENT,   -,      NO_CLAUSE,     false
                    coffee-machine, SILENT,   -,      NO_CLAUSE,     false
                    added-later,    SILENT,   -,      NO_CLAUSE,     false
                    """)
    void rulesByItemAndCategory(
            String code, Verdict verdict, String clause, SilentReason silent, boolean approvalNeeded) {
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(MOVE_EXTRA, ACCOUNTS_INCLUDED, LEASES_EXCLUDED), Catalogue.of(code), UsedVolume.NONE);
        assertEquals(verdict, ruling.verdict());
        assertEquals(clause, ruling.clause() == null ? null : ruling.clause().id());
        assertEquals(silent, ruling.silentReason());
        assertEquals(approvalNeeded, ruling.approvalNeeded());
        assertEquals(code, ruling.item());
    }

    @ParameterizedTest(name = "{0} is {1} under {2} ({3})")
    @CsvSource(nullValues = "-", textBlock = """
                    # item or -,    title,            PSA type, verdict,  clause, silent reason
                    coffee-machine, -,                -,        EXTRA,    9.9,    -
                    added-later,    -,                -,        EXTRA,    9.9,    -
                    password-reset, -,                -,        INCLUDED, 3.1,    -
                    -,              our new intranet, Web,      EXTRA,    9.9,    -
                    -,              our new intranet, -,        SILENT,   -,      NOT_CATEGORISED
                    -,              the printer,      Web,      SILENT,   -,      NOT_CATEGORISED
                    -,              coffee,           -,        EXTRA,    9.9,    -
                    """)
    void theCatchAllSpeaksOfWhatIsCategorisedAndUnlisted(
            String code, String title, String type, Verdict verdict, String clause, SilentReason silent) {
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(ACCOUNTS_INCLUDED, CATCH_ALL),
                Catalogue.facts()
                        .itemCode(code)
                        .title(title)
                        .psa(type, null, null)
                        .build(),
                UsedVolume.NONE);
        assertEquals(verdict, ruling.verdict());
        assertEquals(clause, ruling.clause() == null ? null : ruling.clause().id());
        assertEquals(silent, ruling.silentReason());
        assertEquals(verdict == Verdict.EXTRA, ruling.approvalNeeded());
    }

    @Test
    void withoutAgreementItIsSilent() {
        Ruling ruling = Ruling.withoutAgreement(Catalogue.DAY);
        assertEquals(Verdict.SILENT, ruling.verdict());
        assertEquals(SilentReason.NO_AGREEMENT, ruling.silentReason());
        assertEquals("No agreement with the client was in force on 2026-06-11.", ruling.reasons());
    }

    @ParameterizedTest(name = "priority {0}, class {1}, site {2}, band {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
                    # priority, class,    site,         band,     clause of the narrowest rule
                    -,          -,        -,            -,        3.1
                    P3,         REQUEST,  -,            -,        3.1
                    P1,         REQUEST,  -,            -,        3.2
                    P1,         REQUEST,  broad-street, -,        4.4
                    P1,         INCIDENT, broad-street, -,        4.4
                    P3,         -,        broad-street, -,        3.1
                    -,          -,        -,            WEEKEND,  4.3
                    """)
    void theNarrowestRuleWhoseConditionsHoldDecides(
            String priority, String ticketClass, String site, Band band, String clause) {
        CompiledScope scope = Catalogue.scope(
                ScopeRule.of("3.1", item("new-user"), Treatment.INCLUDED),
                on("3.2", item("new-user"), Treatment.EXTRA, when("P1", null, null, null)),
                on("4.4", item("new-user"), Treatment.EXCLUDED, when("P1", null, "broad-street", null)),
                on("4.3", item("new-user"), Treatment.EXTRA, when(null, null, null, Band.WEEKEND)),
                on("9.9", category("accounts"), Treatment.EXCLUDED, when("P1", "REQUEST", "broad-street", null)));
        Ruling ruling = Catalogue.rule(
                scope,
                Catalogue.facts()
                        .itemCode("new-user")
                        .priority(priority)
                        .ticketClass(ticketClass)
                        .site(site)
                        .planned(band == null ? null : new PieceOfWork(band, null, null))
                        .build(),
                UsedVolume.NONE);
        assertEquals(clause, ruling.clause().id());
    }

    @Test
    void anItemsRuleGoesBeforeItsCategorysHoweverManyConditionsThatHas() {
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(
                        on(
                                "3.1",
                                category("accounts"),
                                Treatment.INCLUDED,
                                when("P1", "REQUEST", "broad-street", null)),
                        ScopeRule.of("4.2", item("new-user"), Treatment.EXTRA)),
                Catalogue.facts()
                        .itemCode("new-user")
                        .priority("P1")
                        .ticketClass("REQUEST")
                        .site("broad-street")
                        .build(),
                UsedVolume.NONE);
        assertEquals(Verdict.EXTRA, ruling.verdict());
    }

    @Test
    void equallyNarrowRulesThatDisagreeAreAmbiguous() {
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(
                        on("3.1", item("new-user"), Treatment.INCLUDED, when("P1", null, null, null)),
                        on("4.4", item("new-user"), Treatment.EXTRA, when(null, "REQUEST", null, null)),
                        ScopeRule.of("9.9", item("new-user"), Treatment.EXCLUDED)),
                Catalogue.facts()
                        .itemCode("new-user")
                        .priority("P1")
                        .ticketClass("REQUEST")
                        .build(),
                UsedVolume.NONE);
        assertEquals(Verdict.AMBIGUOUS, ruling.verdict());
        assertEquals(
                List.of("3.1", "4.4"),
                ruling.disagreeing().stream().map(Clause::id).toList());
        assertNull(ruling.decided());
        assertFalse(ruling.approvalNeeded());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    the same,              INCLUDED,  , ,             INCLUDED
                    said aloud,            INCLUDED,  , NOT_REQUIRED, INCLUDED
                    another treatment,     EXTRA,     , ,             AMBIGUOUS
                    another volume,        INCLUDED, 2, ,             AMBIGUOUS
                    another approval,      INCLUDED,  , REQUIRED,     AMBIGUOUS
                    """)
    void twoRulesAgreeOnlyIfTheySayTheSame(
            String difference, Treatment treatment, Integer volume, Approval approval, Verdict verdict) {
        ScopeRule other = new ScopeRule(
                "4.4",
                item("new-user"),
                treatment,
                null,
                volume == null ? null : new IncludedVolume(volume, VolumePeriod.YEAR),
                null,
                null,
                approval);
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(ScopeRule.of("3.1", item("new-user"), Treatment.INCLUDED), other),
                Catalogue.of("new-user"),
                UsedVolume.NONE);
        assertEquals(verdict, ruling.verdict());
        assertEquals("3.1", ruling.clause().id());
    }

    @ParameterizedTest(name = "{0} {1} and {2} {3} of {4} included: {5}")
    @CsvSource(nullValues = "-", textBlock = """
                    EXTRA,    -,            EXTRA,    REQUIRED,     -, EXTRA
                    EXTRA,    -,            EXTRA,    NOT_REQUIRED, -, AMBIGUOUS
                    EXCLUDED, -,            EXCLUDED, REQUIRED,     -, EXCLUDED
                    INCLUDED, -,            EXTRA,    -,            2, INCLUDED
                    INCLUDED, REQUIRED,     EXTRA,    -,            2, INCLUDED
                    INCLUDED, NOT_REQUIRED, EXTRA,    -,            2, AMBIGUOUS
                    """)
    void whatComesToTheSameAgrees(
            Treatment one,
            Approval oneApproval,
            Treatment other,
            Approval otherApproval,
            Long volume,
            Verdict verdict) {
        IncludedVolume included = volume == null ? null : new IncludedVolume(volume, VolumePeriod.YEAR);
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(
                        new ScopeRule("3.1", item("new-user"), one, null, included, null, null, oneApproval),
                        new ScopeRule("4.4", item("new-user"), other, null, included, null, null, otherApproval)),
                Catalogue.of("new-user"),
                UsedVolume.NONE);
        assertEquals(verdict, ruling.verdict());
    }

    @Test
    void anEstimateIsNoTermToDisagreeOn() {
        ScopeRule estimated = new ScopeRule("4.4", item("new-user"), Treatment.INCLUDED, null, null, null, 60L, null);
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(ScopeRule.of("3.1", item("new-user"), Treatment.INCLUDED), estimated),
                Catalogue.of("new-user"),
                UsedVolume.NONE);
        assertEquals(Verdict.INCLUDED, ruling.verdict());
        assertTrue(ruling.reasons().contains("Clause 4.4 (Nights) says the same."));
    }

    @ParameterizedTest(name = "{1} of {0} used before: {2}")
    @CsvSource({"2, 0, INCLUDED", "2, 1, INCLUDED", "2, 2, EXTRA", "2, 3, EXTRA", "1, 0, INCLUDED", "1, 1, EXTRA"})
    void includedVolumeIsUsedUpOneByOne(long included, long used, Verdict verdict) {
        for (Treatment treatment : List.of(Treatment.INCLUDED, Treatment.EXTRA)) {
            Ruling ruling = Catalogue.rule(
                    Catalogue.scope(volume(treatment, included, VolumePeriod.YEAR)),
                    Catalogue.of("desk-move"),
                    key -> used);
            assertEquals(verdict, ruling.verdict());
            assertEquals(verdict == Verdict.INCLUDED, ruling.consumesVolume());
            assertEquals(verdict == Verdict.EXTRA, ruling.approvalNeeded());
            assertEquals(used, ruling.volume().usedBefore());
        }
    }

    @Test
    void aVolumeThatMustBeApprovedIsSoOnlyBeyondWhatIsIncluded() {
        ScopeRule rule = new ScopeRule(
                "4.3",
                item("desk-move"),
                Treatment.EXTRA,
                null,
                new IncludedVolume(1, VolumePeriod.YEAR),
                null,
                null,
                Approval.REQUIRED);
        assertFalse(Catalogue.rule(Catalogue.scope(rule), Catalogue.of("desk-move"), UsedVolume.NONE)
                .approvalNeeded());
        assertTrue(Catalogue.rule(Catalogue.scope(rule), Catalogue.of("desk-move"), key -> 1)
                .approvalNeeded());
    }

    @ParameterizedTest(name = "{0} {1} counts from {2}")
    @CsvSource({
        "YEAR,  2026-06-11, 2026-01-01",
        "YEAR,  2026-12-31, 2026-01-01",
        "MONTH, 2026-06-11, 2026-06-01",
        "MONTH, 2026-06-01, 2026-06-01",
        "QUARTER, 2026-06-30, 2026-04-01",
        "QUARTER, 2026-01-01, 2026-01-01"
    })
    void volumeIsCountedInPeriodsOfTheWorkDate(VolumePeriod period, LocalDate day, LocalDate from) {
        List<VolumeKey> asked = new ArrayList<>();
        Catalogue.rule(
                Catalogue.scope(volume(Treatment.INCLUDED, 2, period)),
                WorkItemFacts.on(day).itemCode("desk-move").build(),
                key -> {
                    asked.add(key);
                    return 0;
                });
        assertEquals(List.of(new VolumeKey(VolumeUnit.TICKET, "desk-move", null, period, from)), asked);
    }

    @Test
    void volumeIsAskedForOnlyIfTheRulingDependsOnIt() {
        CompiledScope scope = Catalogue.scope(volume(Treatment.INCLUDED, 2, VolumePeriod.YEAR), MOVE_EXTRA);
        Catalogue.rule(scope, Catalogue.of("office-move"), key -> fail("no volume is in question"));
    }

    @ParameterizedTest(name = "{0} with approval {1}: needed {2}")
    @CsvSource({
        "EXTRA, , true",
        "EXTRA, REQUIRED, true",
        "EXTRA, NOT_REQUIRED, false",
        "INCLUDED, , false",
        "INCLUDED, REQUIRED, true",
        "INCLUDED, NOT_REQUIRED, false",
        "EXCLUDED, , false",
        "EXCLUDED, REQUIRED, false"
    })
    void approvalIsNeededForExtrasUnlessTheClauseSaysOtherwise(Treatment treatment, Approval approval, boolean needed) {
        ScopeRule rule = new ScopeRule("4.2", item("office-move"), treatment, null, null, null, null, approval);
        Ruling ruling = Catalogue.rule(Catalogue.scope(rule), Catalogue.of("office-move"), UsedVolume.NONE);
        assertEquals(needed, ruling.approvalNeeded());
    }

    @Test
    void reasonsReadAsAParagraph() {
        CompiledScope scope = Catalogue.scope(
                new ScopeRule("4.2", item("office-move"), Treatment.EXTRA, null, null, "PROJECT", 1080L, null),
                on("3.1", item("office-move"), Treatment.INCLUDED, when("P1", null, "broad-street", null)),
                CATCH_ALL);
        Ruling ruling = Catalogue.rule(
                scope,
                Catalogue.facts()
                        .title("Office move to the 4th floor")
                        .priority("P3")
                        .build(),
                UsedVolume.NONE);
        assertEquals(
                "The work is the item office-move, by words of the title \"office move\". "
                        + "Clause 3.1 (Support) does not apply: the priority is P3 and not P1; "
                        + "the site is not known and not broad-street. "
                        + "Clause 9.9 (Everything else) also applies, but its rule for anything unlisted is the wider one. "
                        + "Clause 4.2 (Office moves) applies: its rule for item office-move says EXTRA as PROJECT. "
                        + "The client must approve before the work.",
                ruling.reasons());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        nothing fits           | -             | Something else    | No item of the catalogue fits the work.
        two fit equally        | -             | printer           | The work could be any of printer-fix, printer-lease; nothing decides between them.
        chosen by hand         | office-move   | -                 | The work is the item office-move, chosen by hand. Clause 4.2 (Office moves) applies: its rule for item office-move says EXTRA as ONSITE, with approval. Clause 3.2 says the same. Clause 4.3 (Desk moves) has equal weight and says EXTRA as ONSITE, without approval.
        conditions are not met | desk-move     | -                 | The work is the item desk-move, chosen by hand. Clause 4.3 (Desk moves) does not apply: the ticket class is not known and not INCIDENT or REQUEST; the priority is P3 and not P1; the site is not known and not pier. No clause of the agreement applies.
        chosen but not listed  | helicopter    | -                 | The work is the item helicopter, chosen by hand. The signed version does not have that item; it is of no category. No clause of the agreement applies.
        """)
    void everyReasonIsSaid(String what, String item, String title, String reasons) {
        Conditions narrow = new Conditions(
                Set.of("REQUEST", "INCIDENT"),
                Set.of("P1"),
                Set.of("pier"),
                new WorkConditions(Set.of(Band.WEEKEND), Set.of(), Set.of()));
        CompiledScope scope = Catalogue.scope(
                rule("4.2", "office-move", null, Approval.REQUIRED),
                rule("3.2", "office-move", null, Approval.REQUIRED),
                rule("4.3", "office-move", null, Approval.NOT_REQUIRED),
                rule("4.3", "desk-move", narrow, null));
        Ruling ruling = Catalogue.rule(
                scope,
                WorkItemFacts.on(Catalogue.DAY)
                        .itemCode(item)
                        .title(title)
                        .priority("P3")
                        .build(),
                UsedVolume.NONE);
        assertEquals(reasons, ruling.reasons(), what);
    }

    private static ScopeRule rule(String clause, String item, Conditions conditions, Approval approval) {
        return new ScopeRule(clause, Catalogue.item(item), Treatment.EXTRA, conditions, null, "ONSITE", null, approval);
    }

    @Test
    void reasonsCountTheVolume() {
        CompiledScope scope = Catalogue.scope(volume(Treatment.INCLUDED, 2, VolumePeriod.YEAR));
        assertTrue(Catalogue.rule(scope, Catalogue.of("desk-move"), key -> 1)
                .reasons()
                .contains(
                        "says 2 INCLUDED a year, then EXTRA. Of the 2 included since 2026-01-01, 1 were used before."));
        assertTrue(Catalogue.rule(scope, Catalogue.of("desk-move"), key -> 2)
                .reasons()
                .contains("All 2 included since 2026-01-01 are used up (2 before)."));
    }

    @ParameterizedTest(name = "{0}: {1} is {2} under {3}")
    @CsvSource(nullValues = "-", textBlock = """
                    # later items, title,         verdict,  clause, because
                    BY_CATEGORY,   second factor, INCLUDED, 3.1,    The signed version does not have that item; it is of category accounts.
                    BY_CATEGORY,   drone,         EXTRA,    9.9,    The signed version does not have that item; it is of no category.
                    SILENT,        second factor, SILENT,   -,      The signed version does not have that item; it is of category accounts.
                    SILENT,        coffee,        EXTRA,    9.9,    Clause 9.9 (Everything else) applies
                    """)
    void itemsThatWereAddedLater(LaterItems later, String title, Verdict verdict, String clause, String because) {
        CompiledScope scope =
                new CompiledScope(Catalogue.CLAUSES, Catalogue.ITEMS, List.of(ACCOUNTS_INCLUDED, CATCH_ALL), later);
        Ruling ruling = Catalogue.rule(scope, Catalogue.facts().title(title).build(), UsedVolume.NONE);
        assertEquals(verdict, ruling.verdict());
        assertEquals(clause, ruling.clause() == null ? null : ruling.clause().id());
        assertTrue(ruling.reasons().contains(because), ruling.reasons());
    }

    @Test
    void aTitleThatHoldsBracesIsQuotedAsItIs() {
        Categorisation found = new Categorisation(Basis.KEYWORDS, "printer-fix", null, "{} {}", List.of());
        Ruling ruling = Catalogue.scope().rule(Catalogue.facts().build(), found, UsedVolume.NONE);
        assertEquals(
                "The work is the item printer-fix, by words of the title \"{} {}\". No clause of the agreement applies.",
                ruling.reasons());
    }

    @Test
    void aDocumentThatPointsNowhereIsRefused() {
        ScopeRule noClause = ScopeRule.of("1.1", item("office-move"), Treatment.EXTRA);
        ScopeRule noItem = ScopeRule.of("4.2", item("nothing"), Treatment.EXTRA);
        ScopeRule noCategory = ScopeRule.of("4.2", category("nothing"), Treatment.EXTRA);
        assertEquals("scopeRules[1].clause", refused(MOVE_EXTRA, noClause));
        assertEquals("scopeRules[0].item", refused(noItem));
        assertEquals("scopeRules[0].category", refused(noCategory));
        assertEquals(
                "catalogue[1].code",
                assertThrows(
                                InvalidInput.class,
                                () -> new CompiledScope(
                                        List.of(),
                                        List.of(Catalogue.ITEMS.get(0), Catalogue.ITEMS.get(0)),
                                        List.of(),
                                        LaterItems.BY_CATEGORY))
                        .path());
        assertEquals(
                "clauses[1].id",
                assertThrows(
                                InvalidInput.class,
                                () -> new CompiledScope(
                                        List.of(Catalogue.CLAUSES.get(0), Catalogue.CLAUSES.get(0)),
                                        List.of(),
                                        List.of(),
                                        LaterItems.BY_CATEGORY))
                        .path());
    }

    private static String refused(ScopeRule... rules) {
        return assertThrows(InvalidInput.class, () -> Catalogue.scope(rules)).path();
    }

    @Test
    void aRuleCannotContradictItself() {
        IncludedVolume two = new IncludedVolume(2, VolumePeriod.YEAR);
        assertEquals("includedVolume", refusedRule(item("desk-move"), Treatment.EXCLUDED, two, null));
        assertEquals("includedVolume", refusedRule(new RuleTarget.CatchAll(), Treatment.INCLUDED, two, null));
        assertEquals("approval", refusedRule(new RuleTarget.CatchAll(), Treatment.EXTRA, null, Approval.NOT_REQUIRED));
    }

    private static String refusedRule(
            RuleTarget target, Treatment treatment, IncludedVolume volume, Approval approval) {
        return assertThrows(
                        InvalidInput.class,
                        () -> new ScopeRule("4.2", target, treatment, null, volume, null, null, approval))
                .path();
    }

    @Test
    void lintFindsRulesThatSomeTicketWouldSetAgainstEachOther() {
        ScopeRule byPriority = on("3.1", item("new-user"), Treatment.INCLUDED, when("P1", null, null, null));
        ScopeRule otherPriority = on("3.2", item("new-user"), Treatment.EXTRA, when("P2", null, null, null));
        ScopeRule byClass = on("4.4", item("new-user"), Treatment.EXTRA, when(null, "REQUEST", null, null));
        CompiledScope scope = Catalogue.scope(byPriority, otherPriority, byClass, ACCOUNTS_INCLUDED);
        assertEquals(List.of(new CompiledScope.Conflict("new-user", byPriority, byClass)), scope.conflicts());
    }
}
