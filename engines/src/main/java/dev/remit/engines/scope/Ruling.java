package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.RulingStep.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * The answer for one work item, with everything that led to it. Its headline is the answer for the work as it is planned,
 * else for work in business hours; its cases answer for every piece of work.
 *
 * @param verdict the headline
 * @param silentReason why it is SILENT; null for every other verdict
 * @param categorisation which catalogue item it was ruled as; null if there was no agreement to look it up in
 * @param decided the case that decides the headline; null if SILENT or AMBIGUOUS
 * @param cases what clauses say of the work on the item; none without an agreement or a catalogue item
 * @param disagreeing if AMBIGUOUS the clauses that disagree, in the order of the document; else empty
 * @param volume the count of included volume of which this work item takes one if any is left; null where there is none
 * @param steps the reasons in order
 */
public record Ruling(
        Verdict verdict,
        SilentReason silentReason,
        Categorisation categorisation,
        RulingCase decided,
        RulingCases cases,
        List<Clause> disagreeing,
        VolumeReading volume,
        List<RulingStep> steps) {

    /**
     * How an included volume stood.
     *
     * @param key which count
     * @param included how many the clause includes in the period, with those that were left of the one before: tickets, visits or
     *     the seconds of hours
     * @param usedBefore how many of them were used before this work item
     */
    public record VolumeReading(VolumeKey key, long included, long usedBefore) {

        /** Whether any is left for this work item, which then takes of it. */
        public boolean consumes() {
            return included - usedBefore >= key.unit().least();
        }
    }

    /** Copies the lists. */
    public Ruling {
        Objects.requireNonNull(verdict, "verdict");
        disagreeing = List.copyOf(disagreeing);
        steps = List.copyOf(steps);
        if ((verdict == Verdict.SILENT) != (silentReason != null)) {
            throw new IllegalArgumentException("a ruling gives a reason if and only if it is SILENT");
        }
    }

    /** The ruling of a client's work on a date on which no agreement was in force. */
    public static Ruling withoutAgreement(LocalDate workDate) {
        List<RulingStep> steps = List.of(RulingStep.of(Kind.NO_AGREEMENT, workDate.toString()));
        return new Ruling(
                Verdict.SILENT, SilentReason.NO_AGREEMENT, null, null, RulingCases.NONE, List.of(), null, steps);
    }

    /**
     * The ruling of a person in the place of this one: it says the same of all work, under no clause, and uses up no
     * included volume. What work on the item is charged as and how long it takes stays.
     */
    public Ruling treated(TreatmentByHand hand) {
        Treatment treatment = hand.treatment();
        RulingCase like = Stream.concat(Stream.ofNullable(decided), cases.all().stream())
                .filter(any -> any.workType() != null)
                .findFirst()
                .orElse(null);
        boolean stillExtra = treatment == Treatment.EXTRA && decided != null && decided.verdict() == Verdict.EXTRA;
        RulingCase all = RulingCase.byHand(
                priced(), hand, like, stillExtra ? decided.price() : null, stillExtra ? decided.approval() : null);
        List<RulingStep> reasons = new ArrayList<>(2);
        reasons.add(RulingStep.of(
                Kind.TREATED_BY_HAND, treatment.name(), hand.ground().words()));
        if (treatment != Treatment.EXCLUDED) {
            reasons.add(RulingStep.of(all.approvalRequired() ? Kind.APPROVAL_NEEDED : Kind.APPROVAL_NOT_NEEDED));
        }
        return new Ruling(
                all.verdict(), null, categorisation, all, new RulingCases(List.of(all)), List.of(), null, reasons);
    }

    /** Whose prices a treatment by hand takes over: those of what decided, else of what goes first. */
    private CaseAgreement priced() {
        return Stream.concat(Stream.ofNullable(decided), cases.all().stream())
                .findFirst()
                .map(RulingCase::agreement)
                .orElse(null);
    }

    /** What it says, which is its JSON. */
    @JsonValue
    public RulingAnswer answer() {
        return RulingAnswer.of(this);
    }

    /** The deciding clause; null if SILENT or by hand; if AMBIGUOUS the first of those that disagree. */
    public Clause clause() {
        if (decided != null) {
            return decided.clause();
        }
        return disagreeing.isEmpty() ? null : disagreeing.getFirst();
    }

    /**
     * The agreement that {@link #clause()} is from; by hand, the one whose prices apply. Null where no clause is named, or
     * where rules without a named agreement were asked.
     */
    public CaseAgreement agreement() {
        return Stream.concat(Stream.ofNullable(decided), cases.all().stream())
                .filter(any -> Objects.equals(any.clause(), clause()))
                .findFirst()
                .map(RulingCase::agreement)
                .orElse(null);
    }

    /** Whether the client must decide before the headline's work; SILENT and AMBIGUOUS wait for a person anyway. */
    public boolean approvalNeeded() {
        return decided != null && decided.terms().needsApproval(verdict);
    }

    /** Whether one of the included volume is used up by this work item. */
    public boolean consumesVolume() {
        return volume != null && volume.consumes();
    }

    /** The code of the catalogue item that it was ruled as; null if not categorised. */
    public String item() {
        return categorisation == null ? null : categorisation.item();
    }

    /** The reasons as one paragraph. */
    public String reasons() {
        StringJoiner text = new StringJoiner(" ");
        for (RulingStep step : steps) {
            text.add(step.text());
        }
        return text.toString();
    }
}
