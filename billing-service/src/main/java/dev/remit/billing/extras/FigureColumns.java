package dev.remit.billing.extras;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.money.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A line's figures as columns; {@link Figures} says what they mean. */
@Embeddable
record FigureColumns(
        @Enumerated(EnumType.STRING) Band band,
        int lineNumber,
        long minutes,
        String currency,
        Long amountMinor,
        long billedMinor,
        long overCapMinor,
        String arithmetic,
        @Enumerated(EnumType.STRING) HeldReason heldReason) {

    static FigureColumns of(Figures figures) {
        return new FigureColumns(
                figures.band(),
                figures.lineNumber(),
                figures.minutes(),
                figures.currency(),
                figures.amountMinor(),
                figures.billedMinor(),
                figures.overCapMinor(),
                figures.arithmetic(),
                figures.heldReason());
    }

    /** The full value; null where nothing could be rated. */
    Money amount() {
        return currency == null ? null : Money.of(amountMinor, currency);
    }

    /** What is billed; null where nothing could be rated. */
    Money billed() {
        return currency == null ? null : Money.of(billedMinor, currency);
    }

    Figures figures() {
        return new Figures(
                band, lineNumber, minutes, currency, amountMinor, billedMinor, overCapMinor, arithmetic, heldReason);
    }
}
