package dev.remit.engines.rating;

import dev.remit.engines.money.Fraction;
import dev.remit.engines.money.MinorUnits;

/** Writes a line's computation as people check it. */
final class Arithmetic {

    private Arithmetic() {}

    static String of(RatedLine line) {
        MinorUnits currency = line.price().currency();
        String text =
                switch (line.rule()) {
                    case HOURLY, OVERAGE -> labour(line, currency);
                    case CALL_OUT_FEE ->
                        "call-out fee " + currency.format(line.price().rateMinor());
                    case TRAVEL_FLAT ->
                        "travel fee " + currency.format(line.price().rateMinor());
                    case TRAVEL_HOURLY ->
                        line.price().quantity() + " min × "
                                + currency.format(line.price().rateMinor()) + "/h";
                    case TRAVEL_DISTANCE ->
                        line.price().quantity() + " × "
                                + line.price().multiplier().shifted(-currency.digits());
                };
        if (line.overCapMinor() == 0) {
            return text;
        }
        return text + ", of which " + currency.format(line.billedMinor()) + " of " + currency.format(line.amountMinor())
                + " within the cap";
    }

    private static String labour(RatedLine line, MinorUnits currency) {
        String charged = line.chargedMinutes() + " min × "
                + currency.format(line.price().rateMinor()) + "/h"
                + (line.price().multiplier().equals(Fraction.ONE)
                        ? ""
                        : " × " + line.price().multiplier());
        if (line.blockMinutes() == 0) {
            return charged;
        }
        long used = line.blockMinutesUsed();
        String covered = line.blockMinutes() + " min from blocks"
                + (used == line.blockMinutes()
                        ? ""
                        : " (" + used + " block min at × " + line.price().multiplier() + ")");
        return line.chargedMinutes() == 0 ? covered : charged + " after " + covered;
    }
}
