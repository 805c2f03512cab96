package dev.remit.engines.scope;

import java.util.Objects;

/**
 * What a rule says of the work that it speaks of.
 *
 * @param treatment how it is treated; with an included volume, INCLUDED and EXTRA mean the same: included until the
 *     volume is used up, EXTRA from then on
 * @param volume how much is included; null where there is no such limit
 * @param workType what the work is charged as; may be null
 * @param approval whether a decision is needed first; null for the default: needed if the work comes out as EXTRA
 */
record RuleTerms(Treatment treatment, IncludedVolume volume, String workType, ScopeRule.Approval approval) {

    /** What work comes out as where no volume is left or none is included. */
    Verdict verdict() {
        if (volume != null) {
            return Verdict.EXTRA;
        }
        return switch (treatment) {
            case INCLUDED -> Verdict.INCLUDED;
            case EXTRA -> Verdict.EXTRA;
            case EXCLUDED -> Verdict.EXCLUDED;
        };
    }

    /** Whether work that comes out with a verdict under this rule waits for a decision. */
    boolean needsApproval(Verdict verdict) {
        if (verdict == Verdict.EXCLUDED) {
            return false;
        }
        if (approval == null) {
            return verdict == Verdict.EXTRA;
        }
        return approval == ScopeRule.Approval.REQUIRED && (verdict == Verdict.EXTRA || volume == null);
    }

    /** Whether both, applying to one piece of work, would come to the same, however they put it. */
    boolean agreeWith(RuleTerms other) {
        return verdict() == other.verdict()
                && needsApproval(verdict()) == other.needsApproval(other.verdict())
                && Objects.equals(volume, other.volume)
                && Objects.equals(workType, other.workType);
    }

    /** As they read after "says": "2 INCLUDED a year, then EXTRA as ONSITE, with approval". */
    String words() {
        String terms = volume == null
                ? treatment.name()
                : volume.count() + " INCLUDED a " + (volume.period() == VolumePeriod.MONTH ? "month" : "year")
                        + ", then EXTRA";
        String charged = workType == null ? terms : terms + " as " + workType;
        return approval == null
                ? charged
                : charged + (approval == ScopeRule.Approval.REQUIRED ? ", with" : ", without") + " approval";
    }
}
