package dev.remit.engines.rating;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Fraction;
import java.util.Objects;

/** How a trip is charged: apart from labour, outside its minimum and never from a block. */
public sealed interface Travel {

    /** Not at all. */
    Travel NONE = new None();

    /** Not at all. */
    record None() implements Travel {}

    /**
     * A fee for each trip.
     *
     * @param feeMinor at least 0
     */
    record Flat(long feeMinor) implements Travel {

        /** Checks the bounds. */
        public Flat {
            requireWithin(feeMinor, "fee");
        }
    }

    /**
     * By the minutes travelled.
     *
     * @param minorPerHour at least 0
     */
    record Hourly(long minorPerHour) implements Travel {

        /** Checks the bounds. */
        public Hourly {
            requireWithin(minorPerHour, "rate");
        }
    }

    /**
     * By the distance travelled, in whatever unit the agreement means.
     *
     * @param minorPerUnit at least 0; may be a fraction of a minor unit, as 67.5 cents a mile
     */
    record Distance(Fraction minorPerUnit) implements Travel {

        /** Checks the sign. */
        public Distance {
            Objects.requireNonNull(minorPerUnit, "minorPerUnit");
            if (minorPerUnit.signum() < 0) {
                throw new InvalidInput("rate", "must not be negative");
            }
        }
    }

    private static void requireWithin(long minor, String field) {
        if (minor < 0 || minor > HourlyRate.LARGEST) {
            throw new InvalidInput(field, "must be from 0 to " + HourlyRate.LARGEST + " minor units");
        }
    }
}
