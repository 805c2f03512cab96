package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.catalogue.Categorisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scope of one version of an agreement, made ready for rulings. Immutable and safe to share; a ruling takes as long
 * whether the document has ten rules or ten thousand, since only those that speak of the item are looked at.
 *
 * <p>The rules whose conditions the ticket meets are the cases of its ruling, narrowest first: a rule for the item goes
 * before one for its category, that before the catch-all, and among these the one with more conditions. Each piece of work
 * is decided by the narrowest case that speaks of it; cases that are equally narrow and say different things make it
 * AMBIGUOUS. The catch-all speaks of work that a person or the PSA has categorised; what nobody has categorised yet stays
 * SILENT.
 */
public final class CompiledScope {

    private final CaseAgreement agreement;
    private final List<ScopeItem> items;
    private final Map<String, ScopeItem> itemsByCode = new HashMap<>();
    private final Map<String, Clause> clauses = new HashMap<>();
    private final LaterItems laterItems;
    private final Map<String, List<ScopeRule>> byItem = new HashMap<>();
    private final Map<String, List<ScopeRule>> byCategory = new HashMap<>();
    private final List<ScopeRule> catchAll = new ArrayList<>();

    /** As the other, for rules that are no named agreement's. */
    public CompiledScope(List<Clause> clauses, List<ScopeItem> items, List<ScopeRule> rules, LaterItems laterItems) {
        this(null, clauses, items, rules, laterItems);
    }

    /**
     * @param agreement the version, which the cases of rulings name; may be null
     * @param clauses the clauses of the version
     * @param items its catalogue
     * @param rules in the order of the document
     * @param laterItems how items are ruled that are not in its catalogue
     * @throws InvalidInput if a clause or item stands twice, a rule names one that is not there, or an addendum has a
     *     catch-all; the path is that of the document: {@code scopeRules[2].clause}
     */
    public CompiledScope(
            CaseAgreement agreement,
            List<Clause> clauses,
            List<ScopeItem> items,
            List<ScopeRule> rules,
            LaterItems laterItems) {
        this.agreement = agreement;
        this.laterItems = laterItems;
        this.items = List.copyOf(items);
        Set<String> categories = new HashSet<>();
        for (int i = 0; i < clauses.size(); i++) {
            if (this.clauses.putIfAbsent(clauses.get(i).id(), clauses.get(i)) != null) {
                throw new InvalidInput("clauses[" + i + "].id", "stands twice");
            }
        }
        for (int i = 0; i < items.size(); i++) {
            if (itemsByCode.putIfAbsent(items.get(i).code(), items.get(i)) != null) {
                throw new InvalidInput("catalogue[" + i + "].code", "stands twice");
            }
            categories.add(items.get(i).category());
        }
        for (int i = 0; i < rules.size(); i++) {
            index(rules.get(i), categories, "scopeRules[" + i + "]");
        }
    }

    private void index(ScopeRule rule, Set<String> categories, String path) {
        if (!clauses.containsKey(rule.clause())) {
            throw new InvalidInput(path + ".clause", "names no clause of this version: " + rule.clause());
        }
        switch (rule.target()) {
            case RuleTarget.Item(String code) -> {
                if (!itemsByCode.containsKey(code)) {
                    throw new InvalidInput(path + ".item", "names no item of this version: " + code);
                }
                byItem.computeIfAbsent(code, c -> new ArrayList<>()).add(rule);
            }
            case RuleTarget.Category(String name) -> {
                if (!categories.contains(name)) {
                    throw new InvalidInput(path + ".category", "is the category of no item of this version: " + name);
                }
                byCategory.computeIfAbsent(name, n -> new ArrayList<>()).add(rule);
            }
            case RuleTarget.CatchAll() -> {
                if (isOfAddendum()) {
                    throw new InvalidInput(path + ".catchAll", "is for a master: an addendum rules what it names");
                }
                catchAll.add(rule);
            }
        }
    }

    /** The catalogue of this version. */
    public List<ScopeItem> items() {
        return items;
    }

    /** The version of which this is the scope; empty where it has no name. */
    public Optional<CaseAgreement> agreement() {
        return Optional.ofNullable(agreement);
    }

    boolean isOfAddendum() {
        return agreement != null && agreement.kind() == AgreementKind.ADDENDUM;
    }

    /** A clause that a rule names. */
    Clause clause(String id) {
        return clauses.get(id);
    }

    /**
     * Rules one work item by this version alone.
     *
     * @param facts what is known of it
     * @param found what it was found to be
     * @param used tells how much of an included volume was used before
     * @return never null
     */
    public Ruling rule(WorkItemFacts facts, Categorisation found, UsedVolume used) {
        return new ScopesInForce(this, List.of()).rule(facts, found, used);
    }

    /** Whether work was found to be an item that the version does not have. */
    boolean isLater(Categorisation found) {
        return found.item() != null && !itemsByCode.containsKey(found.item());
    }

    /** The rules that could speak of an item of this version, narrowest target first. */
    public List<ScopeRule> rulesFor(String code) {
        ScopeItem item = itemsByCode.get(code);
        return rules(byItem.getOrDefault(code, List.of()), item == null ? null : item.category());
    }

    private List<ScopeRule> rules(List<ScopeRule> ofItem, String category) {
        List<ScopeRule> rules = new ArrayList<>(ofItem);
        if (category != null) {
            rules.addAll(byCategory.getOrDefault(category, List.of()));
        }
        rules.addAll(catchAll);
        return rules;
    }

    /** The rules whose target is the work, whatever they ask of the ticket. */
    List<ScopeRule> candidates(WorkItemFacts facts, Categorisation found) {
        return switch (found.basis()) {
            case UNDECIDED -> List.of();
            case NONE -> facts.categorised() ? catchAll : List.of();
            default -> isLater(found) ? rulesForLater(found) : rulesFor(found.item());
        };
    }

    private List<ScopeRule> rulesForLater(Categorisation found) {
        return laterItems == LaterItems.SILENT ? List.of() : rules(List.of(), found.category());
    }

    /**
     * Pairs of rules that some work item would set against each other.
     *
     * @return each pair once, by item in the order of the catalogue
     */
    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (ScopeItem item : items) {
            List<ScopeRule> rules = rulesFor(item.code());
            for (int i = 0; i < rules.size(); i++) {
                for (int j = i + 1; j < rules.size(); j++) {
                    if (clash(rules.get(i), rules.get(j))) {
                        conflicts.add(new Conflict(item.code(), rules.get(i), rules.get(j)));
                    }
                }
            }
        }
        return conflicts;
    }

    /**
     * Pairs of a rule of this version and one of another that some work item would set against each other, where neither
     * version goes before the other.
     *
     * @return each pair once, by item in the order of this version's catalogue; the first of a pair is this version's
     */
    public List<Conflict> conflictsWith(CompiledScope other) {
        List<Conflict> conflicts = new ArrayList<>();
        for (ScopeItem item : items) {
            for (ScopeRule rule : rulesFor(item.code())) {
                other.rulesFor(item.code()).stream()
                        .filter(against -> clash(rule, against))
                        .forEach(against -> conflicts.add(new Conflict(item.code(), rule, against)));
            }
        }
        return conflicts;
    }

    private static boolean clash(ScopeRule one, ScopeRule other) {
        return RuleEvaluation.compare(one, other) == 0
                && !one.terms().agreeWith(other.terms())
                && one.conditions().overlap(other.conditions());
    }

    /**
     * Two rules that disagree on an item with equal weight.
     *
     * @param item the catalogue item's code
     * @param first the earlier of the two in the document
     * @param second the later
     */
    public record Conflict(String item, ScopeRule first, ScopeRule second) {}
}
