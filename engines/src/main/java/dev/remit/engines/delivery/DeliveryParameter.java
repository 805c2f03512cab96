package dev.remit.engines.delivery;

import static dev.remit.engines.InvalidInput.required;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.compliance.PeriodLength;
import dev.remit.engines.money.Fraction;
import java.util.Optional;
import java.util.Set;

/**
 * A figure of the service that is promised, such as 99.9 percent of uptime in each month. One of {@code atLeast} and
 * {@code atMost} is given.
 *
 * @param clause the number of its clause; may be null
 * @param code its name for programs
 * @param name its name for people
 * @param unit of the figure; {@value #PERCENT} makes it a share of a hundred
 * @param atLeast the least that keeps the promise; null where there is a most
 * @param atMost the most that keeps it; null where there is a least
 * @param period over which it is measured
 * @param source where the figures come from
 * @param exclusions the reasons for which a part of what was counted does not count
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeliveryParameter(
        String clause,
        String code,
        String name,
        String unit,
        Fraction atLeast,
        Fraction atMost,
        PeriodLength period,
        String source,
        Set<String> exclusions) {

    /** The unit of a share of a hundred. */
    public static final String PERCENT = "%";

    private static final long HUNDRED = 100;

    /**
     * Copies the exclusions; null is none.
     *
     * @throws InvalidInput if a member is missing, or not exactly one of the two bounds is given
     */
    public DeliveryParameter {
        required(code, "code");
        required(name, "name");
        required(unit, "unit");
        required(period, "period");
        if ((atLeast == null) == (atMost == null)) {
            throw new InvalidInput("atLeast", "must be given, or atMost, and not both");
        }
        exclusions = exclusions == null ? Set.of() : Set.copyOf(exclusions);
    }

    /** What keeps the promise, from above or from below. */
    public Fraction bound() {
        return atLeast == null ? atMost : atLeast;
    }

    public boolean isShare() {
        return unit.equals(PERCENT);
    }

    boolean isKeptBy(Fraction figure) {
        return atLeast == null ? figure.compareTo(atMost) <= 0 : figure.compareTo(atLeast) >= 0;
    }

    /** The figure of what was counted, in the unit; empty where nothing was. */
    Optional<Fraction> figure(Counts counts) {
        return counts.denominator() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(
                        isShare() ? Math.multiplyExact(counts.numerator(), HUNDRED) : counts.numerator(),
                        counts.denominator()));
    }
}
