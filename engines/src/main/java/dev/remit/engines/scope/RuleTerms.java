package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.scope.ScopeRule.Approval;
import java.util.Objects;

/**
 * What a rule says of the work that it speaks of.
 *
 * @param treatment how it is treated; with an included volume, INCLUDED and EXTRA mean the same: included until the
 *     volume is used up, EXTRA from then on
 * @param price what it costs where it is EXTRA; null is by the hour
 * @param surcharge what it costs on top of the fee where it is INCLUDED; null is nothing
 * @param volume how much is included; null where there is no such limit
 * @param workType what the work is charged as; may be null
 * @param approval whether a decision is needed first; null for the default: needed if the work comes out as EXTRA
 */
public record RuleTerms(
        Treatment treatment,
        RulePrice price,
        Surcharge surcharge,
        IncludedVolume volume,
        String workType,
        Approval approval) {

    /** Checks what does not go together. */
    public RuleTerms {
        InvalidInput.required(treatment, "treatment");
        if (volume != null && treatment == Treatment.EXCLUDED) {
            throw new InvalidInput("includedVolume", "cannot stand where the work is EXCLUDED");
        }
        if (price != null && price.isHourly()) {
            price = null;
        }
        if (price != null && treatment != Treatment.EXTRA && volume == null) {
            throw new InvalidInput("price", "can only stand where the work can be EXTRA");
        }
        if (surcharge != null && treatment != Treatment.INCLUDED) {
            throw new InvalidInput("surcharge", "can only stand where the work is INCLUDED");
        }
    }

    /** The same with another volume. */
    RuleTerms with(IncludedVolume other) {
        return new RuleTerms(treatment, price, surcharge, other, workType, approval);
    }

    /** How EXTRA work is charged. */
    public RulePrice.Kind priceKind() {
        return price == null ? RulePrice.Kind.HOURLY : price.kind();
    }

    /** Whether work can come out as EXTRA. */
    public boolean canBeExtra() {
        return verdict() == Verdict.EXTRA;
    }

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
        return approval == Approval.REQUIRED && (verdict == Verdict.EXTRA || volume == null);
    }

    /** Whether both, applying to one piece of work, would come to the same, however they put it. */
    boolean agreeWith(RuleTerms other) {
        return verdict() == other.verdict()
                && needsApproval(verdict()) == other.needsApproval(other.verdict())
                && Objects.equals(volume, other.volume)
                && Objects.equals(price, other.price)
                && Objects.equals(surcharge, other.surcharge)
                && Objects.equals(workType, other.workType);
    }

    /** As they read after "says": "2 INCLUDED a year, then EXTRA as ONSITE, with approval". */
    String words() {
        String treated = volume == null ? treatment.name() : volume.words();
        String included = surcharge == null ? treated : treated + surcharge.words();
        String terms = volume == null ? included : included + ", then EXTRA";
        String priced = price == null ? terms : terms + price.words();
        String charged = workType == null ? priced : priced + " as " + workType;
        return approval == null
                ? charged
                : charged + (approval == Approval.REQUIRED ? ", with" : ", without") + " approval";
    }
}
