package dev.remit.engines.scope;

import dev.remit.engines.catalogue.Categorisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The scopes of a client's agreements that are in force together: what a work item is ruled by. Immutable and safe to share.
 *
 * <p>Where an addendum has a rule for the work, one whose target and conditions on the ticket hold, it goes before every
 * rule of the master, however narrow that is. Between addenda the narrower rule goes first, as within one agreement; of
 * equally narrow ones that disagree none decides, and the work is AMBIGUOUS. Each agreement knows the items of its own
 * catalogue and says itself how it treats those that were added later. The order in which addenda are given matters only
 * to the order in which they are named.
 */
public final class ScopesInForce {
    private final CompiledScope master;
    private final List<CompiledScope> addenda;

    /** @param addenda of agreements that are addenda to the master's */
    public ScopesInForce(CompiledScope master, List<CompiledScope> addenda) {
        this.master = master;
        this.addenda = List.copyOf(addenda);
    }

    /**
     * Rules one work item.
     *
     * @param facts what is known of it
     * @param found what it was found to be
     * @param used tells how much of an included volume was used before
     * @return never null
     */
    public Ruling rule(WorkItemFacts facts, Categorisation found, UsedVolume used) {
        return rule(facts, found, used, false);
    }

    /**
     * Rules a work item whose planned work is the next to take of what its clause includes: where no visit and no hour is left,
     * the headline is that of work beyond them.
     *
     * @param facts what is known of it, with the planned work
     * @param found what it was found to be
     * @param used tells how much of an included volume was used before, visits and hours too
     * @return never null
     */
    public Ruling ruleNext(WorkItemFacts facts, Categorisation found, UsedVolume used) {
        return rule(facts, found, used, true);
    }

    private Ruling rule(WorkItemFacts facts, Categorisation found, UsedVolume used, boolean next) {
        return new RuleEvaluation(!addenda.isEmpty(), facts, found, used, next)
                .rule(candidates(facts, found), later(facts, found));
    }

    /**
     * The agreement whose rule goes first for a work item, whichever of its cases decides a piece of the work: it has the
     * hours by which the work is cut into pieces.
     *
     * @return the master's where no rule speaks of the work item; empty where that has no name
     */
    public Optional<CaseAgreement> leading(WorkItemFacts facts, Categorisation found) {
        return candidates(facts, found).stream()
                .filter(candidate -> candidate.rule().conditions().holdForTicket(facts))
                .min(Candidate.FIRST_TO_LAST)
                .map(Candidate::scope)
                .or(() -> Optional.of(master))
                .flatMap(CompiledScope::agreement);
    }

    private List<Candidate> candidates(WorkItemFacts facts, Categorisation found) {
        List<Candidate> candidates = new ArrayList<>();
        for (CompiledScope scope : inOrder()) {
            scope.candidates(facts, found).forEach(rule -> candidates.add(new Candidate(rule, scope)));
        }
        return candidates;
    }

    /** Those that do not have the item in their catalogue: the master, and an addendum that rules it nevertheless. */
    private List<CompiledScope> later(WorkItemFacts facts, Categorisation found) {
        return inOrder().stream()
                .filter(scope -> scope.isLater(found)
                        && (scope == master || !scope.candidates(facts, found).isEmpty()))
                .toList();
    }

    private List<CompiledScope> inOrder() {
        return Stream.concat(addenda.stream(), Stream.of(master)).toList();
    }
}
