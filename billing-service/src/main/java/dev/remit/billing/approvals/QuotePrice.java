package dev.remit.billing.approvals;

import dev.remit.engines.money.Money;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import java.util.Optional;

/**
 * What a quote's lines come to and the most that may be billed under it, both before tax and in the currency of its terms.
 *
 * @param estimateMinor what the lines come to; null where nobody can say
 * @param capMinor null while nobody has said
 * @param capSet somebody set the cap, so that it no longer follows the estimate
 * @param capConfirmation null while nobody has confirmed a cap below its estimate
 */
@Embeddable
record QuotePrice(
        Long estimateMinor,
        Long capMinor,
        boolean capSet,

        @Embedded
        @AttributeOverride(name = "name", column = @Column(name = "cap_confirmed_name"))
        @AttributeOverride(name = "login", column = @Column(name = "cap_confirmed_login"))
        @AttributeOverride(name = "subject", column = @Column(name = "cap_confirmed_subject"))
        @AttributeOverride(name = "at", column = @Column(name = "cap_confirmed_at"))
        @AttributeOverride(name = "estimateMinor", column = @Column(name = "cap_confirmed_estimate_minor"))
        @AttributeOverride(name = "capMinor", column = @Column(name = "cap_confirmed_cap_minor"))
        CapConfirmation capConfirmation) {

    static final QuotePrice NONE = new QuotePrice(null, null, false, null);

    /** The price without what was said in a currency that is no longer the quote's. */
    QuotePrice inAnotherCurrency() {
        return new QuotePrice(estimateMinor, null, false, null);
    }

    /** The price with a new estimate, which the cap follows until somebody sets it. */
    QuotePrice estimated(Optional<Money> estimate) {
        Long minor = estimate.map(Money::minor).orElse(null);
        Long following = minor != null && minor > 0 ? minor : null;
        return new QuotePrice(minor, capSet ? capMinor : following, capSet, capConfirmation);
    }

    QuotePrice capped(Money cap) {
        return new QuotePrice(estimateMinor, cap.minor(), true, capConfirmation);
    }

    /** Keeps that somebody knows that the cap is below the estimate; nothing where it is not. */
    QuotePrice capConfirmed(Caller caller, Instant now) {
        return isCapBelowEstimate()
                ? new QuotePrice(
                        estimateMinor, capMinor, capSet, CapConfirmation.by(caller, now, estimateMinor, capMinor))
                : this;
    }

    boolean isCapBelowEstimate() {
        return capMinor != null && estimateMinor != null && capMinor < estimateMinor;
    }

    /** @throws Problem rule-broken where the cap is below the estimate and nobody has said that it may be */
    void requireCapConfirmed(String currency) {
        if (isCapBelowEstimate() && (capConfirmation == null || !capConfirmation.covers(estimateMinor, capMinor))) {
            throw Problem.of(
                            ProblemType.RULE_BROKEN,
                            "The cap of " + Money.of(capMinor, currency) + " is below the estimate of "
                                    + Money.of(estimateMinor, currency) + ".")
                    .error(
                            "confirmCapBelowEstimate",
                            "must be true where the cap is below the estimate",
                            "cap-below-estimate");
        }
    }
}
