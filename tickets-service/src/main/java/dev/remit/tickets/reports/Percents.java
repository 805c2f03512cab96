package dev.remit.tickets.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as reports show them. */
final class Percents {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Percents() {}

    /** Rounded down to a hundredth; null where there is nothing to have a share of. */
    static String of(long part, long whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN)
                        .toPlainString();
    }
}
