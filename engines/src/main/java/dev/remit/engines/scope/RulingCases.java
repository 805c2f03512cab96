package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a ruling says of every piece of work on its work item. The scope check, the ruling, the estimate and the bill all
 * ask {@link #judge}.
 *
 * @param all in order of rank, then of the document; none where no clause speaks of the work item
 */
public record RulingCases(@JsonValue List<RulingCase> all) {

    /** No clause speaks of the work item. */
    public static final RulingCases NONE = new RulingCases(List.of());

    /** Copies the list; null is empty. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RulingCases {
        all = all == null ? List.of() : List.copyOf(all);
    }

    /**
     * The answer for a piece of work.
     *
     * @param verdict SILENT where no case speaks of it
     * @param decided the case that decides, of several that say the same the first; null if SILENT or AMBIGUOUS
     * @param speaking the narrowest cases that speak of it, in their order: one or more that say the same, or if AMBIGUOUS
     *     some that do not; none if SILENT
     */
    public record Judgement(Verdict verdict, RulingCase decided, List<RulingCase> speaking) {

        /** Whether the client must decide before the work; SILENT and AMBIGUOUS wait for a person anyway. */
        public boolean approvalRequired() {
            return decided != null && decided.terms().needsApproval(verdict);
        }

        /** What INCLUDED work costs on top of the fee; null is nothing. */
        public Surcharge surcharge() {
            return verdict == Verdict.INCLUDED && decided != null ? decided.surcharge() : null;
        }

        /** What EXTRA work costs where it is not charged by the hour; null elsewhere. */
        public RulePrice price() {
            return verdict == Verdict.EXTRA && decided != null ? decided.price() : null;
        }
    }

    /**
     * Judges a piece of work: the first rank decides of which any case speaks of it.
     *
     * @return never null
     */
    public Judgement judge(PieceOfWork piece) {
        List<RulingCase> speaking = new ArrayList<>(2);
        for (RulingCase candidate : all) {
            if (!speaking.isEmpty() && candidate.rank() != speaking.getFirst().rank()) {
                break;
            }
            if (candidate.speaksOf(piece)) {
                speaking.add(candidate);
            }
        }
        if (speaking.isEmpty()) {
            return new Judgement(Verdict.SILENT, null, List.of());
        }
        RulingCase first = speaking.getFirst();
        boolean agreed = speaking.stream().allMatch(other -> first.terms().agreeWith(other.terms()));
        return agreed
                ? new Judgement(first.verdict(piece), first, List.copyOf(speaking))
                : new Judgement(Verdict.AMBIGUOUS, null, List.copyOf(speaking));
    }

    /** Whether any case has something charged once for several entries. */
    public boolean haveCharges() {
        return all.stream()
                .anyMatch(candidate -> candidate.price() != null
                        || candidate.surcharge() != null
                                && candidate.surcharge().kind() == Surcharge.Kind.CALL_OUT);
    }

    /** Whether any case asks to count before it can say what some of the work costs. */
    public boolean areCounted() {
        return all.stream()
                .anyMatch(candidate ->
                        candidate.price() != null && candidate.price().isCounted());
    }

    /**
     * How much of a volume of tickets was used when this was ruled.
     *
     * @param workDate by which it was ruled
     * @return empty for a count that was not looked at
     */
    public OptionalLong usedBefore(VolumeKey key, LocalDate workDate) {
        for (RulingCase candidate : all) {
            RulingCase.TicketCount ticketCount = candidate.ticketCount();
            if (ticketCount != null) {
                IncludedVolume volume = candidate.includedVolume();
                VolumeKey own = volume.key(workDate);
                if (own.equals(key)) {
                    return OptionalLong.of(ticketCount.usedBefore());
                }
                if (volume.before(own).filter(key::equals).isPresent()) {
                    return OptionalLong.of(volume.count() - ticketCount.carried());
                }
            }
        }
        return OptionalLong.empty();
    }

    /** Whether any case includes a volume that is counted by the work that is done. */
    public boolean countWork() {
        return all.stream().anyMatch(RulingCase::countsWork);
    }

    /** Whether any case includes hours, so that work is cut where a period ends. */
    public boolean countHours() {
        return all.stream()
                .anyMatch(candidate ->
                        candidate.countsWork() && candidate.includedVolume().unit() == VolumeUnit.HOUR);
    }

    /** Whether every piece of work on the work item is judged alike. */
    public boolean areOfAllWork() {
        return all.stream().allMatch(candidate -> candidate.when() == null);
    }
}
