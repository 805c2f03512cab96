package dev.remit.engines.scope;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.MinorUnits;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * One term of the scope: how a clause treats some of the work, and on what conditions.
 *
 * @param clause the number of its clause
 * @param target what it speaks of
 * @param conditions when it applies, in a document {@code when}; null is always
 * @param terms what it says of that work, in a document among the members of the rule
 * @param estimateMinutes the usual effort; may be null
 */
public record ScopeRule(
        String clause, RuleTarget target, Conditions conditions, RuleTerms terms, Long estimateMinutes) {

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
        Objects.requireNonNull(terms, "terms");
        conditions = conditions == null ? Conditions.ALWAYS : conditions;
        if (terms.volume() != null) {
            checkVolume(terms.volume(), target, conditions);
        }
        if (estimateMinutes != null && (estimateMinutes < 0 || estimateMinutes > LONGEST_ESTIMATE)) {
            throw new InvalidInput("estimateMinutes", "must be from 0 to " + LONGEST_ESTIMATE);
        }
        if (target instanceof RuleTarget.CatchAll
                && terms.treatment() == Treatment.EXTRA
                && terms.approval() == Approval.NOT_REQUIRED) {
            throw new InvalidInput("approval", "is always required where anything unlisted is EXTRA");
        }
    }

    private static void checkVolume(IncludedVolume volume, RuleTarget target, Conditions conditions) {
        if (target instanceof RuleTarget.CatchAll) {
            throw new InvalidInput(
                    "includedVolume", "is counted by item or category, so its rule must name one of them");
        }
        if (target instanceof RuleTarget.Category && volume.of() == IncludedVolume.Of.ITEM) {
            throw new InvalidInput("includedVolume.of", "must be CATEGORY where the rule names one");
        }
        if (!volume.unit().isOfWork() && conditions.work().count() > 0) {
            throw new InvalidInput("includedVolume", "is counted by ticket, so its rule must speak of all work on it");
        }
    }

    /** A rule for work by the hour. */
    public ScopeRule(
            String clause,
            RuleTarget target,
            Treatment treatment,
            Conditions conditions,
            IncludedVolume volume,
            String workType,
            Long estimateMinutes,
            Approval approval) {
        this(
                clause,
                target,
                conditions,
                new RuleTerms(treatment, null, null, volume, workType, approval),
                estimateMinutes);
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
            @JsonProperty("price") RulePrice price,
            @JsonProperty("surcharge") Surcharge surcharge,
            @JsonProperty("includedVolume") IncludedVolume volume,
            @JsonProperty("workType") String workType,
            @JsonProperty("estimateMinutes") Long estimateMinutes,
            @JsonProperty("approval") Approval approval) {
        RuleTarget target = RuleTarget.of(item, category, catchAll);
        RuleTerms terms = new RuleTerms(treatment, price, surcharge, volume, workType, approval);
        return new ScopeRule(clause, target, conditions, terms, estimateMinutes);
    }

    /** A rule without conditions, volume, work type, estimate or say on approval. */
    public static ScopeRule of(String clause, RuleTarget target, Treatment treatment) {
        return new ScopeRule(clause, target, treatment, null, null, null, null, null);
    }

    /** How the work is treated. */
    public Treatment treatment() {
        return terms.treatment();
    }

    /** How much is included; null where there is no such limit. */
    public IncludedVolume volume() {
        return terms.volume();
    }

    /** What the work is charged as; may be null. */
    public String workType() {
        return terms.workType();
    }

    /** Whether a decision is needed first; null for the default. */
    public Approval approval() {
        return terms.approval();
    }

    /**
     * The same under a version: its amounts have a currency, and its volume knows of what it is counted.
     *
     * @param card the currency of the rate card; null where there is none
     * @param since the first date of the version
     * @param categoryOf tells the category of an item of the version; null for one that has none
     * @throws InvalidInput naming the member that the version does not settle
     */
    public ScopeRule under(MinorUnits card, LocalDate since, UnaryOperator<String> categoryOf) {
        RulePrice price = terms.price() == null
                ? null
                : InvalidInput.at("price", () -> terms.price().settled(card));
        Surcharge surcharge = terms.surcharge() == null
                ? null
                : InvalidInput.at("surcharge", () -> terms.surcharge().settled(card));
        IncludedVolume volume = volume() == null ? null : counted(since, categoryOf);
        RuleTerms settled =
                new RuleTerms(terms.treatment(), price, surcharge, volume, terms.workType(), terms.approval());
        return new ScopeRule(clause, target, conditions, settled, estimateMinutes);
    }

    /** Its volume, with the item or category that it is counted of. */
    IncludedVolume counted(LocalDate since, UnaryOperator<String> categoryOf) {
        IncludedVolume volume = volume();
        return switch (target) {
            case RuleTarget.Category(String name) -> volume.countedAs(IncludedVolume.Of.CATEGORY, name, since);
            case RuleTarget.Item(String code)
            when volume.of() == IncludedVolume.Of.CATEGORY -> {
                String category = categoryOf.apply(code);
                if (category == null) {
                    throw new InvalidInput("includedVolume.of", "asks for the category of an item that has none");
                }
                yield volume.countedAs(IncludedVolume.Of.CATEGORY, category, since);
            }
            case RuleTarget.Item(String code) -> volume.countedAs(IncludedVolume.Of.ITEM, code, since);
            case RuleTarget.CatchAll all -> volume;
        };
    }
}
