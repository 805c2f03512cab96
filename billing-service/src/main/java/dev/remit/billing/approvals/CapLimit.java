package dev.remit.billing.approvals;

import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;

/** Approved caps add up, and what they add up to, with tax, must stay an amount that can be said and added. */
@ApplicationScoped
class CapLimit {
    /** In minor units of whatever currency: a million millions of dollars. */
    private static final long MOST_MINOR = 100_000_000_000_000L;

    private final Quotes quotes;

    CapLimit(Quotes quotes) {
        this.quotes = quotes;
    }

    /** The minor units of a cap. */
    static long minor(MoneyJson cap) {
        try {
            return cap.minor();
        } catch (ArithmeticException tooLarge) {
            throw exceeded(cap.currency());
        }
    }

    /** @throws Problem rule-broken, when the caps that are approved for the quote's work item leave no room for its own */
    void requireRoom(Quote quote) {
        if (quote.capMinor == null) {
            return;
        }
        BigInteger sum = quotes.approvedOf(quote.workItemId).stream()
                .filter(approved -> !approved.id.equals(quote.id))
                .map(approved -> BigInteger.valueOf(approved.capMinor))
                .reduce(BigInteger.valueOf(quote.capMinor), BigInteger::add);
        if (sum.compareTo(BigInteger.valueOf(MOST_MINOR)) > 0) {
            throw exceeded(quote.terms.currency());
        }
    }

    private static Problem exceeded(String currency) {
        MoneyJson most = MoneyJson.ofMinor(MOST_MINOR, currency);
        return Problem.of(
                        ProblemType.RULE_BROKEN,
                        "The caps of one work item may add up to at most " + most.amount() + " " + currency + ".")
                .error("cap.amount", "with the caps approved before is more than " + most.amount(), "cap-sum");
    }
}
