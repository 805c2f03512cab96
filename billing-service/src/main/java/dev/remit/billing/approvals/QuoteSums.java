package dev.remit.billing.approvals;

import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.Money;
import dev.remit.kit.http.MoneyJson;

/**
 * What a quote comes to, before tax, as tax and with it; each null where nobody has said.
 *
 * @param cap the most that is billed under it, before tax
 */
record QuoteSums(
        MoneyJson estimate, MoneyJson estimateTax, MoneyJson estimateWithTax, MoneyJson cap, MoneyJson capWithTax) {

    static QuoteSums of(Quote quote) {
        QuoteTerms terms = quote.terms();
        Long estimate = quote.price().estimateMinor();
        Long cap = quote.price().capMinor();
        return new QuoteSums(
                money(estimate, terms),
                money(tax(estimate, terms.taxRatePercent()), terms),
                money(withTax(estimate, terms.taxRatePercent()), terms),
                money(cap, terms),
                money(withTax(cap, terms.taxRatePercent()), terms));
    }

    static MoneyJson money(Long minor, QuoteTerms terms) {
        return minor == null ? null : MoneyJson.of(Money.of(minor, terms.currency()));
    }

    /** On the whole sum, once, as on an invoice. */
    private static Long tax(Long minor, String taxRatePercent) {
        return minor == null || taxRatePercent == null
                ? null
                : Long.valueOf(Fraction.parse(taxRatePercent).timesHalfUp(minor, 1, 100));
    }

    private static Long withTax(Long minor, String taxRatePercent) {
        return minor == null || taxRatePercent == null
                ? minor
                : Long.valueOf(Math.addExact(minor, tax(minor, taxRatePercent)));
    }
}
