package dev.remit.tickets.rulings;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.agreements.CompiledAgreement;
import dev.remit.tickets.agreements.CompiledTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was ruled.
 *
 * @param disagreeing the clauses that disagree, where the verdict is AMBIGUOUS
 * @param agreement the version whose clause gives the headline, else the master's; null where none was in force
 * @param cases by which each piece of work is judged
 */
public record RulingAnswer(
        Verdict verdict,
        @MayBeAbsent SilentReason silentReason,
        @MayBeAbsent String item,
        @MayBeAbsent Categorisation.Basis basis,
        @MayBeAbsent Clause clause,
        @MayBeAbsent List<Clause> disagreeing,
        @MayBeAbsent RulingAgreement agreement,
        boolean approvalRequired,
        @MayBeAbsent String workType,
        @MayBeAbsent Long estimateMinutes,
        @MayBeAbsent List<RulingCase> cases,
        @MayBeAbsent Volume volume,
        List<Reason> reasons) {

    /** @param terms null where no agreement was in force */
    static RulingAnswer of(Ruling ruling, CompiledTerms terms) {
        return new RulingAnswer(
                ruling.verdict(),
                ruling.silentReason(),
                ruling.item(),
                ruling.categorisation() == null ? null : ruling.categorisation().basis(),
                ruling.clause(),
                ruling.disagreeing().isEmpty() ? null : ruling.disagreeing(),
                terms == null ? null : RulingAgreement.of(ruledUnder(ruling, terms)),
                ruling.approvalNeeded(),
                ruling.decided() == null ? null : ruling.decided().workType(),
                ruling.decided() == null ? null : ruling.decided().estimateMinutes(),
                ruling.cases().all().isEmpty() ? null : ruling.cases().all(),
                ruling.volume() == null ? null : Volume.of(ruling.volume()),
                ruling.steps().stream()
                        .map(step -> new Reason(step.kind().name(), step.text()))
                        .toList());
    }

    /** The version whose clause gives the headline, else the master's. */
    private static CompiledAgreement ruledUnder(Ruling ruling, CompiledTerms terms) {
        return terms.of(ruling.agreement() == null ? null : ruling.agreement().agreementId());
    }

    /** Whether both come to the same for every piece of work. */
    boolean comesToSameAs(RulingAnswer other) {
        return verdict == other.verdict
                && silentReason == other.silentReason
                && approvalRequired == other.approvalRequired
                && Objects.equals(item, other.item)
                && Objects.equals(cases, other.cases)
                && Objects.equals(agreement, other.agreement);
    }

    /** Whether both come to the same by the same clauses, also for the work as it is planned. */
    boolean isSameAs(RulingAnswer other) {
        return comesToSameAs(other)
                && Objects.equals(clause, other.clause)
                && Objects.equals(disagreeing, other.disagreeing)
                && Objects.equals(workType, other.workType)
                && Objects.equals(estimateMinutes, other.estimateMinutes);
    }

    RulingAnswer by(RulingAgreement version) {
        return new RulingAnswer(
                verdict,
                silentReason,
                item,
                basis,
                clause,
                disagreeing,
                version,
                approvalRequired,
                workType,
                estimateMinutes,
                cases,
                volume,
                reasons);
    }

    /** How the included volume stood. */
    @Schema(name = "RulingVolume")
    public record Volume(
            VolumeUnit unit,
            @MayBeAbsent String item,
            @MayBeAbsent String category,
            VolumePeriod period,
            @MayBeAbsent LocalDate from,
            long included,
            long usedBefore) {

        private static Volume of(Ruling.VolumeReading reading) {
            return new Volume(
                    reading.key().unit(),
                    reading.key().item(),
                    reading.key().category(),
                    reading.key().period(),
                    reading.key().from(),
                    reading.included(),
                    reading.usedBefore());
        }
    }

    /** One step of the reasoning. */
    @Schema(name = "RulingReason")
    public record Reason(String code, String text) {}
}
