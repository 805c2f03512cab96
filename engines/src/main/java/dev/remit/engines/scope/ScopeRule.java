package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.engines.InvalidInput;
import java.util.Objects;

/**
 * One term of the scope: how a clause treats some of the work, and on what conditions.
 *
 * @param clause the number of its clause
 * @param target what it speaks of
 * @param treatment how that is treated; with an included volume, INCLUDED and EXTRA mean the same: included until the
 *     volume is used up, EXTRA from then on
 * @param conditions when it applies, in a document {@code when}; null is always
 * @param volume how much is included; null where there is no such limit
 * @param workType what the work is charged as; may be null
 * @param estimateMinutes the usual effort; may be null
 * @param approval whether a decision is needed first; null for the default: needed if the work comes out as EXTRA
 */
public record ScopeRule(
        String clause,
        RuleTarget target,
        Treatment treatment,
        Conditions conditions,
        IncludedVolume volume,
        String workType,
        Long estimateMinutes,
        Approval approval) {

    /** Whether the client must agree before the work. */
    public enum Approval {
        /** Before every such work. */
        REQUIRED,
        /** Never; a clause that makes anything unlisted EXTRA cannot say so. */
        NOT_REQUIRED
    }

    /** The longest estimate: a million days. */
    private static final long LONGEST_ESTIMATE = 1_000_000L * 24 * 60;

    /** Checks what does not go together. */
    public ScopeRule {
        if (clause == null || clause.isBlank()) {
            throw new InvalidInput("clause", "is missing");
        }
        Objects.requireNonNull(target, "target");
        InvalidInput.required(treatment, "treatment");
        conditions = conditions == null ? Conditions.ALWAYS : conditions;
        if (volume != null && treatment == Treatment.EXCLUDED) {
            throw new InvalidInput("includedVolume", "cannot stand where the work is EXCLUDED");
        }
        if (volume != null && !(target instanceof RuleTarget.Item)) {
            throw new InvalidInput("includedVolume", "is counted by item, so its rule must name one");
        }
        if (volume != null && conditions.work().count() > 0) {
            throw new InvalidInput("includedVolume", "is counted by ticket, so its rule must speak of all work on it");
        }
        if (estimateMinutes != null && (estimateMinutes < 0 || estimateMinutes > LONGEST_ESTIMATE)) {
            throw new InvalidInput("estimateMinutes", "must be from 0 to " + LONGEST_ESTIMATE);
        }
        if (target instanceof RuleTarget.CatchAll
                && treatment == Treatment.EXTRA
                && approval == Approval.NOT_REQUIRED) {
            throw new InvalidInput("approval", "is always required where anything unlisted is EXTRA");
        }
    }

    /** The rule as a document writes it: one of item, category and catchAll says what it speaks of. */
    @JsonCreator
    static ScopeRule written(
            @JsonProperty("clause") String clause,
            @JsonProperty("item") String item,
            @JsonProperty("category") String category,
            @JsonProperty("catchAll") boolean catchAll,
            @JsonProperty("treatment") Treatment treatment,
            @JsonProperty("when") Conditions conditions,
            @JsonProperty("includedVolume") IncludedVolume volume,
            @JsonProperty("workType") String workType,
            @JsonProperty("estimateMinutes") Long estimateMinutes,
            @JsonProperty("approval") Approval approval) {
        RuleTarget target = RuleTarget.of(item, category, catchAll);
        return new ScopeRule(clause, target, treatment, conditions, volume, workType, estimateMinutes, approval);
    }

    /** A rule without conditions, volume, work type, estimate or say on approval. */
    public static ScopeRule of(String clause, RuleTarget target, Treatment treatment) {
        return new ScopeRule(clause, target, treatment, null, null, null, null, null);
    }

    /** What it says of the work that it speaks of. */
    RuleTerms terms() {
        return new RuleTerms(treatment, volume, workType, approval);
    }
}
