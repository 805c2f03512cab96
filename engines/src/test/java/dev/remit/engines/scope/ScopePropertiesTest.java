package dev.remit.engines.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScopePropertiesTest {

    private static final List<String> CODES =
            List.of("office-move", "desk-move", "password-reset", "new-user", "printer-fix", "coffee-machine");
    private static final List<String> CATEGORIES = List.of("projects", "moves", "accounts", "devices");
    private static final List<String> CLAUSE_IDS = List.of("3.1", "3.2", "4.2", "4.3", "4.4", "5.1", "9.9");

    @Property
    void theVerdictDoesNotDependOnTheOrderOfTheRules(@ForAll Random random) {
        List<ScopeRule> rules = rules(random);
        WorkItemFacts facts = facts(random);
        Ruling one = Catalogue.rule(Catalogue.scope(rules), facts, key -> 1);
        List<ScopeRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, random);
        Ruling other = Catalogue.rule(Catalogue.scope(shuffled), facts, key -> 1);
        assertEquals(one.verdict(), other.verdict());
        assertEquals(one.silentReason(), other.silentReason());
        assertEquals(one.approvalNeeded(), other.approvalNeeded());
        assertEquals(new HashSet<>(one.disagreeing()), new HashSet<>(other.disagreeing()));
    }

    @Property(tries = 20_000)
    void agreesWithAReaderWhoGoesThroughEveryRule(@ForAll Random random) {
        List<ScopeRule> rules = rules(random);
        WorkItemFacts facts = facts(random);
        Ruling ruling = Catalogue.rule(Catalogue.scope(rules), facts, key -> 1);
        assertEquals(slowVerdict(rules, facts), ruling.verdict());
        assertTrue(ruling.reasons().length() > 20);
    }

    @Property(tries = 20_000)
    void everyPieceOfWorkIsJudgedAsIfItWereTheOnePlanned(@ForAll Random random) {
        List<ScopeRule> rules = rules(random);
        WorkItemFacts facts = facts(random);
        Ruling ruling = Catalogue.rule(Catalogue.scope(rules), facts, key -> 1);
        RulingCases stored = Json.read(
                Json.parse(CanonicalJson.bytes(Map.of("cases", ruling.cases()))).path("cases"), RulingCases.class);
        PieceOfWork piece = piece(random);
        assertEquals(
                slowVerdict(rules, facts, piece), ruling.cases().judge(piece).verdict());
        assertEquals(ruling.cases().judge(piece), stored.judge(piece));
    }

    private static Verdict slowVerdict(List<ScopeRule> rules, WorkItemFacts facts) {
        return slowVerdict(rules, facts, facts.planned() == null ? PieceOfWork.UNKNOWN : facts.planned());
    }

    /** Facts name their item, so only the rules are in question. */
    private static Verdict slowVerdict(List<ScopeRule> rules, WorkItemFacts facts, PieceOfWork piece) {
        String category = Catalogue.ITEMS.stream()
                .filter(item -> item.code().equals(facts.itemCode()))
                .findFirst()
                .orElseThrow()
                .category();
        int best = 0;
        Set<List<Object>> said = new HashSet<>();
        for (ScopeRule rule : rules) {
            int width =
                    switch (rule.target()) {
                        case RuleTarget.Item(String code) -> code.equals(facts.itemCode()) ? 300 : 0;
                        case RuleTarget.Category(String name) -> name.equals(category) ? 200 : 0;
                        case RuleTarget.CatchAll() -> 100;
                    };
            Conditions c = rule.conditions();
            List<Set<?>> wanted = List.of(
                    c.ticket().priorities(),
                    c.ticket().ticketClasses(),
                    c.ticket().sites(),
                    c.work().bands(),
                    c.work().workTypes(),
                    c.work().roles(),
                    c.work().places());
            String[] known = {
                facts.priority(),
                facts.ticketClass(),
                facts.site(),
                piece.band().name(),
                piece.workType() == null ? rule.workType() : piece.workType(),
                piece.role(),
                piece.place() == null ? null : piece.place().name()
            };
            for (int i = 0; i < known.length; i++) {
                String fact = known[i];
                if (!wanted.get(i).isEmpty()) {
                    boolean met =
                            wanted.get(i).stream().anyMatch(w -> w.toString().equals(fact));
                    width = met && width > 0 ? width + 1 : 0;
                }
            }
            if (width > best) {
                said.clear();
                best = width;
            }
            if (width > 0 && width == best) {
                boolean asks =
                        switch (rule.treatment()) {
                            case INCLUDED -> rule.approval() == ScopeRule.Approval.REQUIRED;
                            case EXTRA -> rule.approval() != ScopeRule.Approval.NOT_REQUIRED;
                            case EXCLUDED -> false;
                        };
                said.add(Arrays.asList(rule.treatment(), asks, rule.workType()));
            }
        }
        if (said.isEmpty()) {
            return Verdict.SILENT;
        }
        return said.size() > 1
                ? Verdict.AMBIGUOUS
                : Verdict.valueOf(said.iterator().next().getFirst().toString());
    }

    static List<ScopeRule> rules(Random random) {
        List<ScopeRule> rules = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            RuleTarget target =
                    switch (random.nextInt(4)) {
                        case 0, 1 -> new RuleTarget.Item(pick(random, CODES));
                        case 2 -> new RuleTarget.Category(pick(random, CATEGORIES));
                        default -> new RuleTarget.CatchAll();
                    };
            Treatment treatment = pick(random, List.of(Treatment.values()));
            boolean mustAsk = target instanceof RuleTarget.CatchAll && treatment == Treatment.EXTRA;
            ScopeRule.Approval approval =
                    mustAsk || random.nextInt(2) == 0 ? ScopeRule.Approval.REQUIRED : ScopeRule.Approval.NOT_REQUIRED;
            Conditions conditions = new Conditions(
                    some(random, "REQUEST", "INCIDENT"),
                    some(random, "P1", "P2"),
                    some(random, "a", "b"),
                    new WorkConditions(
                            some(random, Band.WEEKEND, Band.BUSINESS),
                            some(random, "ONSITE", "REMOTE"),
                            some(random, "SENIOR", "JUNIOR"),
                            some(random, Place.ONSITE, Place.REMOTE)));
            rules.add(new ScopeRule(
                    pick(random, CLAUSE_IDS),
                    target,
                    treatment,
                    conditions,
                    null,
                    random.nextInt(4) == 0 ? "ONSITE" : null,
                    null,
                    random.nextInt(3) == 0 ? approval : null));
        }
        return rules;
    }

    static WorkItemFacts facts(Random random) {
        return Catalogue.facts()
                .itemCode(pick(random, CODES))
                .priority(pick(random, List.of("P1", "P2", "P3")))
                .ticketClass(pick(random, List.of("REQUEST", "INCIDENT")))
                .site(random.nextBoolean() ? null : pick(random, List.of("a", "b", "c")))
                .planned(random.nextBoolean() ? null : piece(random))
                .build();
    }

    static PieceOfWork piece(Random random) {
        return new PieceOfWork(
                random.nextInt(4) == 0 ? null : pick(random, List.of(Band.values())),
                random.nextBoolean() ? null : pick(random, List.of("ONSITE", "REMOTE")),
                random.nextBoolean() ? null : pick(random, List.of("SENIOR", "JUNIOR")),
                random.nextBoolean() ? null : pick(random, List.of(Place.values())),
                false);
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static <T> Set<T> some(Random random, T one, T other) {
        return switch (random.nextInt(8)) {
            case 0 -> Set.of(one);
            case 1 -> Set.of(one, other);
            default -> Set.of();
        };
    }

    @Property(tries = 200)
    void factsAreReadBackFromEvidence(@ForAll Random random) {
        WorkItemFacts facts = facts(random);
        JsonNode stored = Json.parse(CanonicalJson.bytes(facts));
        assertEquals(facts, Json.read(stored, WorkItemFacts.class));
    }

    @Test
    void aRulingIsWrittenForEvidence() {
        ScopeRule rule = new ScopeRule(
                "4.3",
                Catalogue.item("desk-move"),
                Treatment.EXTRA,
                null,
                new IncludedVolume(2, VolumePeriod.YEAR),
                "ONSITE",
                30L,
                null);
        Ruling ruling = Catalogue.rule(
                Catalogue.scope(rule), Catalogue.facts().title("desk move").build(), key -> 2);
        assertEquals(
                "{\"approvalRequired\":true,\"basis\":\"KEYWORDS\",\"cases\":[{\"clause\":{\"id\":\"4.3\","
                        + "\"text\":\"Two desk moves a year are included.\",\"title\":\"Desk moves\"},"
                        + "\"estimateMinutes\":30,\"includedVolume\":{\"count\":2,\"counted\":{\"code\":\"desk-move\"},\"of\":\"ITEM\",\"period\":\"YEAR\",\"unit\":\"TICKET\"},\"rank\":1,"
                        + "\"ticketCount\":{\"usedBefore\":2},\"treatment\":\"EXTRA\",\"workType\":\"ONSITE\"}],"
                        + "\"clause\":{\"id\":\"4.3\","
                        + "\"text\":\"Two desk moves a year are included.\",\"title\":\"Desk moves\"},"
                        + "\"estimateMinutes\":30,\"item\":\"desk-move\",\"reasons\":["
                        + "{\"code\":\"ITEM_FOUND\",\"text\":\"The work is the item desk-move, by words of the title"
                        + " \\\"desk move\\\".\"},"
                        + "{\"code\":\"RULE_APPLIES\",\"text\":\"Clause 4.3 (Desk moves) applies: its rule for item"
                        + " desk-move says 2 INCLUDED a year, then EXTRA as ONSITE.\"},"
                        + "{\"code\":\"VOLUME_USED_UP\",\"text\":\"All 2 included since 2026-01-01 are used up (2 before).\"},"
                        + "{\"code\":\"APPROVAL_NEEDED\",\"text\":\"The client must approve before the work.\"}],"
                        + "\"verdict\":\"EXTRA\",\"volume\":{\"from\":\"2026-01-01\",\"included\":2,\"item\":\"desk-move\","
                        + "\"period\":\"YEAR\",\"unit\":\"TICKET\",\"usedBefore\":2},\"workType\":\"ONSITE\"}",
                CanonicalJson.text(ruling));
    }
}
