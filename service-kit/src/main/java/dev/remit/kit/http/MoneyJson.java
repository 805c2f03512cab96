package dev.remit.kit.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.remit.engines.money.Money;
import dev.remit.kit.problem.Problem;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money as it travels: the amount a decimal text with exactly the currency's digits, so that no reader rounds it.
 *
 * @param amount such as {@code 125.00}, a minus in front where negative amounts make sense
 * @param currency ISO 4217 code in capitals
 */
@Schema(
        name = "Money",
        additionalProperties = Schema.False.class,
        requiredProperties = {"amount", "currency"})
public record MoneyJson(
        @Schema(pattern = "^-?(0|[1-9][0-9]{0,14})([.][0-9]{1,4})?$", examples = "125.00")
        String amount,

        @Schema(pattern = "^[A-Z]{3}$", examples = "USD") String currency) {
    private static final Pattern AMOUNT = Pattern.compile("-?(0|[1-9][0-9]{0,14})([.][0-9]{1,4})?");

    /** @throws Problem validation, naming what is wrong */
    public MoneyJson {
        Currency known = known(currency);
        if (amount == null || !AMOUNT.matcher(amount).matches()) {
            throw Problem.invalid("amount", "must be a decimal text such as 125.00", "money-amount");
        }
        BigDecimal value = new BigDecimal(amount);
        if (value.scale() != known.getDefaultFractionDigits() || (value.signum() == 0 && amount.startsWith("-"))) {
            throw Problem.invalid(
                    "amount",
                    "must have exactly " + known.getDefaultFractionDigits() + " decimals in " + currency,
                    "money-digits");
        }
        if (value.unscaledValue().abs().bitLength() >= Long.SIZE) {
            throw Problem.invalid("amount", "must be within range", "money-range");
        }
    }

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.amount(), money.currency().code());
    }

    /**
     * The amount as a value that can be added and compared.
     *
     * @throws ArithmeticException if it does not fit a long of minor units
     */
    @JsonIgnore
    public Money money() {
        return Money.of(new BigDecimal(amount).unscaledValue().longValueExact(), currency);
    }

    private static Currency known(String currency) {
        try {
            Currency known = Currency.getInstance(currency);
            if (known.getDefaultFractionDigits() >= 0) {
                return known;
            }
        } catch (IllegalArgumentException | NullPointerException e) {
            // Falls to the one answer for everything that is no currency to pay in.
        }
        throw Problem.invalid("currency", "must be an ISO 4217 code such as USD", "money-currency");
    }
}
