package dev.remit.billing.approvals;

import dev.remit.engines.money.Money;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Stream;

/** Approved caps add up, and what they add up to, with tax, must stay an amount that can be said and added. */
@ApplicationScoped
class CapLimit {
    /** In minor units of whatever currency: a million millions of dollars. */
    private static final long MOST_MINOR = 100_000_000_000_000L;

    private final Quotes quotes;

    CapLimit(Quotes quotes) {
        this.quotes = quotes;
    }

    /** A cap as a value. */
    static Money of(MoneyJson cap) {
        try {
            return cap.money();
        } catch (ArithmeticException tooLarge) {
            throw exceeded(Money.of(MOST_MINOR, cap.currency()));
        }
    }

    /** @throws Problem rule-broken, when the caps that are approved for the quote's work item leave no room for its own */
    void requireRoom(Quote quote) {
        Money cap = quote.cap();
        if (cap == null) {
            return;
        }
        Money most = new Money(cap.currency(), MOST_MINOR);
        Stream<Money> before = quotes.approvedOf(quote.workItemId()).stream()
                .filter(approved -> !approved.id().equals(quote.id()))
                .map(Quote::cap)
                .filter(approved -> approved.currency().equals(cap.currency()));
        try {
            if (before.reduce(cap, Money::plus).compareTo(most) > 0) {
                throw exceeded(most);
            }
        } catch (ArithmeticException tooLarge) {
            throw exceeded(most);
        }
    }

    private static Problem exceeded(Money most) {
        return Problem.of(ProblemType.RULE_BROKEN, "The caps of one work item may add up to at most " + most + ".")
                .error("cap.amount", "with the caps approved before is more than " + most.amount(), "cap-sum");
    }
}
