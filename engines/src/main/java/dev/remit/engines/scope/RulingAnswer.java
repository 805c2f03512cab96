package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.engines.catalogue.Categorisation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a ruling says, with its clause in words and its reasons in order: the answer's members of a stored ruling.
 *
 * @param item the catalogue item that it was ruled as; null if not categorised
 * @param disagreeing if AMBIGUOUS the clauses that disagree, else empty
 * @param workType what the work is charged as; may be null, as the next
 * @param cases what clauses say of every piece of work on the item
 * @param volume null where no volume was looked at
 */
public record RulingAnswer(
        Verdict verdict,
        SilentReason silentReason,
        String item,
        Categorisation.Basis basis,
        Clause clause,
        List<Clause> disagreeing,
        boolean approvalRequired,
        String workType,
        Long estimateMinutes,
        RulingCases cases,
        Volume volume,
        List<Reason> reasons) {

    /** The names of its members. */
    public static final Set<String> MEMBERS = Arrays.stream(RulingAnswer.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    /**
     * How the included volume stood.
     *
     * @param usedBefore how many were used before this work item
     */
    public record Volume(@JsonUnwrapped VolumeKey key, long included, long usedBefore) {}

    /** One step of the reasoning, for programs and in words. */
    public record Reason(RulingStep.Kind code, String text) {}

    /** The answer of a ruling. */
    static RulingAnswer of(Ruling ruling) {
        RulingCase decided = ruling.decided();
        Ruling.VolumeReading volume = ruling.volume();
        return new RulingAnswer(
                ruling.verdict(),
                ruling.silentReason(),
                ruling.item(),
                ruling.categorisation() == null ? null : ruling.categorisation().basis(),
                ruling.clause(),
                ruling.disagreeing(),
                ruling.approvalNeeded(),
                decided == null ? null : decided.workType(),
                decided == null ? null : decided.estimateMinutes(),
                ruling.cases(),
                volume == null ? null : new Volume(volume.key(), volume.included(), volume.usedBefore()),
                ruling.steps().stream()
                        .map(step -> new Reason(step.kind(), step.text()))
                        .toList());
    }
}
