package dev.remit.bench;

import dev.remit.engines.catalogue.ItemMatchers;
import dev.remit.engines.catalogue.RecognisableItem;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.Conditions;
import dev.remit.engines.scope.IncludedVolume;
import dev.remit.engines.scope.LaterItems;
import dev.remit.engines.scope.RuleTarget;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.ScopeItem;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.scope.WorkItemFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Ruling a work item, found by its title or its codes, in a small agreement and in one of 300 rules and 500 items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RulingBenchmark {
    private static final List<Clause> CLAUSES = List.of(new Clause("4.2", "Moves", "Moves are charged."));

    /** How many items the catalogue has; three of five have a rule of their own. */
    @Param({"5", "500"})
    public int items;

    private CompiledScope scope;
    private WorkItemFacts byTitle;
    private WorkItemFacts byCode;
    private ServiceCatalogue catalogue;
    private ServiceCatalogue ofOneType;
    private WorkItemFacts byTitleAndType;

    /** Compiles the scope and gathers the facts. */
    @Setup
    public void compile() {
        List<ScopeItem> signed = new ArrayList<>();
        List<RecognisableItem> recognised = new ArrayList<>();
        List<ScopeRule> rules = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            ItemMatchers matchers = new ItemMatchers(
                    List.of("Request"), List.of("Kind " + i), List.of(), List.of("office move " + i, "thing " + i));
            signed.add(new ScopeItem("item-" + i, "Item " + i, "category-" + i % 20, null));
            recognised.add(new RecognisableItem("item-" + i, "category-" + i % 20, matchers));
            if (i % 5 < 3) {
                rules.add(rule(i));
            }
        }
        scope = new CompiledScope(CLAUSES, signed, rules, LaterItems.BY_CATEGORY);
        catalogue = ServiceCatalogue.of(recognised);
        WorkItemFacts.Builder facts = WorkItemFacts.on(LocalDate.of(2026, 6, 11))
                .priority("P3")
                .ticketClass("REQUEST")
                .site("broad-street");
        int asked = items - 5;
        byTitle = facts.title("Please help us with our office move " + asked + " on Saturday the thirteenth of June")
                .build();
        byTitleAndType = facts.psa("Request", null, null).build();
        byCode = facts.psa("Request", "Kind " + asked, null).build();
        ofOneType = ServiceCatalogue.of(
                recognised.stream().map(RulingBenchmark::byTypeAlone).toList());
    }

    private static RecognisableItem byTypeAlone(RecognisableItem item) {
        ItemMatchers matchers = new ItemMatchers(
                item.matchers().types(), List.of(), List.of(), item.matchers().keywords());
        return new RecognisableItem(item.code(), item.category(), matchers);
    }

    private static ScopeRule rule(int i) {
        Conditions conditions = new Conditions(Set.of("REQUEST"), Set.of("P3", "P4"), Set.of(), null);
        return new ScopeRule(
                "4.2",
                new RuleTarget.Item("item-" + i),
                Treatment.EXTRA,
                conditions,
                new IncludedVolume(2, VolumePeriod.YEAR),
                "ONSITE",
                60L,
                null);
    }

    /** An item found by words of the title. */
    @Benchmark
    public Ruling byTitle() {
        return ruled(catalogue, byTitle);
    }

    /** An item found by the codes of the PSA. */
    @Benchmark
    public Ruling byCode() {
        return ruled(catalogue, byCode);
    }

    /** An item found by words of the title, where the type that the PSA gives is that of every item. */
    @Benchmark
    public Ruling byTitleAmongOneType() {
        return ruled(ofOneType, byTitleAndType);
    }

    private Ruling ruled(ServiceCatalogue by, WorkItemFacts facts) {
        Ruling ruling = scope.rule(facts, by.categorise(facts.description()), key -> 2);
        if (ruling.verdict() != Verdict.EXTRA || !ruling.approvalNeeded()) {
            throw new IllegalStateException("wrong ruling: " + ruling.reasons());
        }
        return ruling;
    }
}
