package dev.remit.engines.scope;

import dev.remit.engines.scope.Ruling.VolumeReading;
import dev.remit.engines.scope.RulingStep.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One ruling in the making: weighs the rules that speak of a work item and writes the reasons down. */
final class RuleEvaluation {

    private final Map<String, Clause> clauses;
    private final WorkItemFacts facts;
    private final Categorisation found;
    private final UsedVolume used;
    private final List<RulingStep> steps = new ArrayList<>(8);

    RuleEvaluation(Map<String, Clause> clauses, WorkItemFacts facts, Categorisation found, UsedVolume used) {
        this.clauses = clauses;
        this.facts = facts;
        this.found = found;
        this.used = used;
    }

    /** Above 0 if the first is the narrower rule, 0 if both weigh the same. */
    static int compare(ScopeRule one, ScopeRule other) {
        int byTarget = Integer.compare(one.target().weight(), other.target().weight());
        return byTarget != 0
                ? byTarget
                : Integer.compare(one.conditions().count(), other.conditions().count());
    }

    Ruling rule(List<ScopeRule> candidates) {
        explainItem();
        List<ScopeRule> narrowest = narrowest(candidates);
        if (narrowest.isEmpty()) {
            return silent();
        }
        ScopeRule first = narrowest.getFirst();
        step(Kind.RULE_APPLIES, cite(first), first.target().toString(), terms(first));
        boolean agreed = true;
        for (ScopeRule other : narrowest.subList(1, narrowest.size())) {
            boolean agrees = first.agreesWith(other);
            agreed &= agrees;
            if (agrees) {
                step(Kind.RULE_AGREES, cite(other));
            } else {
                step(Kind.RULE_DISAGREES, cite(other), terms(other));
            }
        }
        return agreed ? decided(first) : ambiguous(narrowest);
    }

    private void explainItem() {
        switch (found.basis()) {
            case NONE -> step(Kind.ITEM_NOT_FOUND);
            case UNDECIDED -> step(Kind.ITEM_UNDECIDED, String.join(", ", found.candidates()));
            case CHOSEN, CHOSEN_UNLISTED ->
                step(Kind.ITEM_FOUND, found.item(), found.basis().words());
            default -> step(Kind.ITEM_FOUND, found.item(), found.basis().words() + " \"" + found.evidence() + "\"");
        }
    }

    private List<ScopeRule> narrowest(List<ScopeRule> candidates) {
        List<ScopeRule> best = new ArrayList<>(2);
        List<ScopeRule> wider = new ArrayList<>(2);
        for (ScopeRule rule : candidates) {
            if (!rule.conditions().hold(facts)) {
                step(Kind.RULE_NOT_MET, cite(rule), unmet(rule.conditions()));
                continue;
            }
            int comparison = best.isEmpty() ? 0 : compare(rule, best.getFirst());
            if (comparison > 0) {
                wider.addAll(best);
                best.clear();
            }
            (comparison >= 0 ? best : wider).add(rule);
        }
        for (ScopeRule rule : wider) {
            step(Kind.RULE_OUTWEIGHED, cite(rule), rule.target().toString());
        }
        return best;
    }

    private Ruling silent() {
        boolean known = found.item() != null || found.candidates().isEmpty() && facts.categorised();
        if (known) {
            step(Kind.NO_RULE);
        }
        SilentReason reason = known ? SilentReason.NO_CLAUSE : SilentReason.NOT_CATEGORISED;
        return new Ruling(Verdict.SILENT, reason, found, null, null, List.of(), null, false, steps);
    }

    private Ruling ambiguous(List<ScopeRule> rules) {
        Set<Clause> disagreeing = new LinkedHashSet<>();
        for (ScopeRule rule : rules) {
            disagreeing.add(clauses.get(rule.clause()));
        }
        Clause first = disagreeing.iterator().next();
        return new Ruling(Verdict.AMBIGUOUS, null, found, first, null, List.copyOf(disagreeing), null, false, steps);
    }

    private Ruling decided(ScopeRule rule) {
        VolumeReading volume = rule.volume() == null ? null : readVolume(rule.volume());
        Verdict verdict = volume != null && volume.consumes() ? Verdict.INCLUDED : rule.verdict();
        boolean approval = rule.needsApproval(verdict);
        if (verdict != Verdict.EXCLUDED) {
            step(approval ? Kind.APPROVAL_NEEDED : Kind.APPROVAL_NOT_NEEDED);
        }
        return new Ruling(verdict, null, found, clauses.get(rule.clause()), rule, List.of(), volume, approval, steps);
    }

    private VolumeReading readVolume(IncludedVolume volume) {
        VolumeKey key =
                new VolumeKey(found.item(), volume.period(), volume.period().startOf(facts.workDate()));
        VolumeReading reading = new VolumeReading(key, volume.count(), used.count(key));
        step(
                reading.consumes() ? Kind.VOLUME_LEFT : Kind.VOLUME_USED_UP,
                Long.toString(reading.included()),
                key.from().toString(),
                Long.toString(reading.usedBefore()));
        return reading;
    }

    private String cite(ScopeRule rule) {
        return clauses.get(rule.clause()).citation();
    }

    private static String terms(ScopeRule rule) {
        IncludedVolume volume = rule.volume();
        String terms = volume == null
                ? rule.treatment().name()
                : volume.count() + " INCLUDED a " + (volume.period() == VolumePeriod.MONTH ? "month" : "year")
                        + ", then EXTRA";
        String charged = rule.workType() == null ? terms : terms + " as " + rule.workType();
        return rule.approval() == null
                ? charged
                : charged + (rule.approval() == ScopeRule.Approval.REQUIRED ? ", with" : ", without") + " approval";
    }

    private String unmet(Conditions conditions) {
        List<String> unmet = new ArrayList<>(2);
        unmet(unmet, "ticket class", conditions.ticketClasses(), facts.ticketClass());
        unmet(unmet, "priority", conditions.priorities(), facts.priority());
        unmet(unmet, "site", conditions.sites(), facts.site());
        unmet(unmet, "time", conditions.bands(), facts.band());
        return String.join("; ", unmet);
    }

    private static <T extends Comparable<T>> void unmet(List<String> unmet, String name, Set<T> wanted, T fact) {
        if (!wanted.isEmpty() && (fact == null || !wanted.contains(fact))) {
            String is = fact == null ? "not known" : fact.toString();
            unmet.add("the " + name + " is " + is + " and not "
                    + String.join(
                            " or ",
                            new TreeSet<>(wanted).stream().map(Object::toString).toList()));
        }
    }

    private void step(Kind kind, String... details) {
        steps.add(RulingStep.of(kind, details));
    }
}
