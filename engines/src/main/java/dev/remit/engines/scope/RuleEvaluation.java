package dev.remit.engines.scope;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.Ruling.VolumeReading;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.RulingStep.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One ruling in the making: gathers the cases that speak of a work item and writes the reasons down. */
final class RuleEvaluation {

    static final Comparator<ScopeRule> NARROWEST_FIRST = Comparator.comparingInt(
                    (ScopeRule rule) -> rule.target().weight())
            .thenComparingInt(rule -> rule.conditions().count())
            .reversed();

    private final boolean several;
    private final WorkItemFacts facts;
    private final Categorisation found;
    private final UsedVolume used;
    private final boolean next;
    private final List<RulingStep> steps = new ArrayList<>(8);
    private final Map<RulingCase, Candidate> sources = new IdentityHashMap<>();
    private final Map<VolumeKey, Long> usedBefore = new HashMap<>(2);

    /**
     * @param several whether several agreements are in force, so that each clause is cited with its own
     * @param next whether the planned work is the next to take of visits and hours
     */
    RuleEvaluation(boolean several, WorkItemFacts facts, Categorisation found, UsedVolume used, boolean next) {
        this.several = several;
        this.facts = facts;
        this.found = found;
        this.used = used;
        this.next = next;
    }

    /** Above 0 if the first is the narrower rule, 0 if both weigh the same. */
    static int compare(ScopeRule one, ScopeRule other) {
        return -NARROWEST_FIRST.compare(one, other);
    }

    /**
     * @param candidates the rules whose target is the work
     * @param later the scopes that do not have it in their catalogue
     */
    Ruling rule(List<Candidate> candidates, List<CompiledScope> later) {
        explainItem(later);
        List<Candidate> firstToLast = candidates.stream()
                .filter(this::meetsTheTicket)
                .sorted(Candidate.FIRST_TO_LAST)
                .toList();
        RulingCases cases = cases(firstToLast);
        Judgement headline = headline(cases);
        firstToLast.subList(cases.all().size(), firstToLast.size()).forEach(rule -> outweighed(rule, firstToLast));
        explain(headline);
        explainOtherWork(cases, headline);
        return switch (headline.verdict()) {
            case SILENT -> silent(cases);
            case AMBIGUOUS -> ambiguous(cases, headline);
            default -> decided(cases, headline);
        };
    }

    private Judgement headline(RulingCases cases) {
        PieceOfWork planned = facts.planned() == null ? PieceOfWork.UNKNOWN : facts.planned();
        Judgement within = cases.judge(planned);
        return isNext(within.decided()) && !reading(within.decided()).consumes()
                ? cases.judge(planned.afterVolume())
                : within;
    }

    private boolean isNext(RulingCase decided) {
        return next && decided != null && decided.countsWork();
    }

    private void explainItem(List<CompiledScope> later) {
        switch (found.basis()) {
            case NONE -> step(Kind.ITEM_NOT_FOUND);
            case UNDECIDED -> step(Kind.ITEM_UNDECIDED, String.join(", ", found.candidates()));
            case CHOSEN, RECOGNISED_BEFORE ->
                step(Kind.ITEM_FOUND, found.item(), found.basis().words());
            default -> step(Kind.ITEM_FOUND, found.item(), found.basis().words() + " \"" + found.evidence() + "\"");
        }
        for (CompiledScope scope : later) {
            String version = several
                    ? scope.agreement().map(CaseAgreement::words).orElse("The signed version")
                    : "The signed version";
            step(Kind.ITEM_LATER, version, found.category() == null ? "no category" : "category " + found.category());
        }
    }

    private boolean meetsTheTicket(Candidate candidate) {
        Conditions conditions = candidate.rule().conditions();
        boolean met = conditions.holdForTicket(facts);
        if (!met) {
            step(Kind.RULE_NOT_MET, candidate.citation(several), unmet(conditions));
        }
        return met;
    }

    /** The rules down to the first rank of which one speaks of all work: none after it can decide anything. */
    private RulingCases cases(List<Candidate> firstToLast) {
        List<RulingCase> cases = new ArrayList<>(firstToLast.size());
        int rank = 0;
        boolean speaksOfAll = false;
        Candidate before = null;
        for (Candidate candidate : firstToLast) {
            if (before == null || Candidate.FIRST_TO_LAST.compare(before, candidate) != 0) {
                if (speaksOfAll) {
                    break;
                }
                rank++;
            }
            RulingCase ofRule = ofRule(candidate, rank);
            sources.put(ofRule, candidate);
            cases.add(ofRule);
            speaksOfAll |= ofRule.when() == null;
            before = candidate;
        }
        return new RulingCases(cases);
    }

    private RulingCase ofRule(Candidate candidate, int rank) {
        ScopeRule rule = candidate.rule();
        if (rule.volume() == null) {
            return RulingCase.of(rank, candidate, null, null);
        }
        IncludedVolume volume =
                rule.volume().counted() == null ? rule.counted(null, item -> found.category()) : rule.volume();
        return RulingCase.of(rank, candidate, volume, volume.unit().isOfWork() ? null : ticketCount(volume));
    }

    private RulingCase.TicketCount ticketCount(IncludedVolume volume) {
        VolumeKey key = volume.key(facts.workDate());
        long carriedIn = volume.before(key)
                .map(before -> volume.with(count(before)) - volume.count())
                .orElse(0L);
        return RulingCase.TicketCount.of(count(key), carriedIn);
    }

    private long count(VolumeKey key) {
        return usedBefore.computeIfAbsent(key, used::count);
    }

    private VolumeReading reading(RulingCase ofVolume) {
        IncludedVolume volume = ofVolume.includedVolume();
        VolumeKey key = volume.key(facts.workDate());
        if (volume.unit().isOfWork()) {
            long included =
                    volume.before(key).map(before -> volume.with(count(before))).orElse(volume.amount());
            return new VolumeReading(key, included, count(key));
        }
        RulingCase.TicketCount ticketCount = ofVolume.ticketCount();
        return new VolumeReading(key, volume.count() + ticketCount.carried(), ticketCount.usedBefore());
    }

    private void explain(Judgement headline) {
        if (headline.speaking().isEmpty()) {
            return;
        }
        RulingCase first = headline.speaking().getFirst();
        step(
                Kind.RULE_APPLIES,
                citation(first),
                sources.get(first).rule().target().toString(),
                first.terms().words());
        for (RulingCase other :
                headline.speaking().subList(1, headline.speaking().size())) {
            if (first.terms().agreeWith(other.terms())) {
                step(Kind.RULE_AGREES, citation(other));
            } else {
                step(Kind.RULE_DISAGREES, citation(other), other.terms().words());
            }
        }
    }

    private String citation(RulingCase ofRule) {
        return sources.get(ofRule).citation(several);
    }

    private void outweighed(Candidate candidate, List<Candidate> firstToLast) {
        boolean byAddendum = !candidate.scope().isOfAddendum()
                && firstToLast.getFirst().scope().isOfAddendum();
        step(
                byAddendum ? Kind.RULE_OF_MASTER : Kind.RULE_OUTWEIGHED,
                candidate.citation(several),
                candidate.rule().target().toString());
    }

    /** The cases that do not speak of the headline's work, but of other work on the item. */
    private void explainOtherWork(RulingCases cases, Judgement headline) {
        for (RulingCase other : cases.all()) {
            if (!headline.speaking().contains(other)) {
                step(
                        Kind.OTHER_WORK,
                        other.conditions().count() == 0
                                ? "of any other kind"
                                : other.conditions().words(),
                        citation(other),
                        other.terms().words());
            }
        }
    }

    private Ruling silent(RulingCases cases) {
        boolean known = found.item() != null || found.candidates().isEmpty() && facts.categorised();
        if (known && cases.all().isEmpty()) {
            step(Kind.NO_RULE);
        }
        SilentReason reason = known ? SilentReason.NO_CLAUSE : SilentReason.NOT_CATEGORISED;
        return new Ruling(Verdict.SILENT, reason, found, null, cases, List.of(), null, steps);
    }

    private Ruling ambiguous(RulingCases cases, Judgement headline) {
        Map<List<Object>, Clause> disagreeing = new LinkedHashMap<>();
        headline.speaking()
                .forEach(any -> disagreeing.putIfAbsent(Arrays.asList(any.agreement(), any.clause()), any.clause()));
        return new Ruling(
                Verdict.AMBIGUOUS, null, found, null, cases, List.copyOf(disagreeing.values()), volumeOf(cases), steps);
    }

    private Ruling decided(RulingCases cases, Judgement headline) {
        RulingCase decided = headline.decided();
        VolumeReading volume = isNext(decided) ? reading(decided) : volumeOf(cases);
        if (decided.countsWork() && !next) {
            step(Kind.VOLUME_OF_WORK, decided.includedVolume().words());
        } else if (decided.includedVolume() != null) {
            VolumeUnit unit = decided.includedVolume().unit();
            step(
                    volume.consumes() ? Kind.VOLUME_LEFT : Kind.VOLUME_USED_UP,
                    unit.words(volume.included()),
                    volume.key().from().toString(),
                    unit.words(volume.usedBefore()));
        }
        if (headline.verdict() != Verdict.EXCLUDED) {
            step(headline.approvalRequired() ? Kind.APPROVAL_NEEDED : Kind.APPROVAL_NOT_NEEDED);
        }
        return new Ruling(headline.verdict(), null, found, decided, cases, List.of(), volume, steps);
    }

    /** The volume of which a ticket takes one, whatever work on it turns out to be; null where clauses disagree on it. */
    private VolumeReading volumeOf(RulingCases cases) {
        List<RulingCase> ofAllWork =
                cases.all().stream().filter(any -> any.when() == null).toList();
        return !ofAllWork.isEmpty()
                        && ofAllWork.getFirst().ticketCount() != null
                        && ofAllWork.stream()
                                .allMatch(other -> ofAllWork.getFirst().terms().agreeWith(other.terms()))
                ? reading(ofAllWork.getFirst())
                : null;
    }

    private String unmet(Conditions conditions) {
        List<String> unmet = new ArrayList<>(2);
        TicketConditions ticket = conditions.ticket();
        unmet(unmet, "ticket class", ticket.ticketClasses(), facts.ticketClass());
        unmet(unmet, "priority", ticket.priorities(), facts.priority());
        unmet(unmet, "site", ticket.sites(), facts.site());
        if (!ticket.areAskedBy(facts.requester())) {
            unmet.add("the requester is "
                    + (facts.requester() == null ? "not known" : "another than")
                    + (facts.requester() == null ? " and not " : " ")
                    + String.join(" or ", new TreeSet<>(ticket.requesters())));
        }
        return String.join("; ", unmet);
    }

    private static void unmet(List<String> unmet, String name, Set<String> wanted, String fact) {
        if (!Conditions.holds(wanted, fact)) {
            String is = fact == null ? "not known" : fact;
            unmet.add("the " + name + " is " + is + " and not " + String.join(" or ", new TreeSet<>(wanted)));
        }
    }

    private void step(Kind kind, String... details) {
        steps.add(RulingStep.of(kind, details));
    }
}
