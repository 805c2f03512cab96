package dev.remit.billing.extras;

import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.Figures;
import dev.remit.engines.ledger.HeldReason;
import dev.remit.engines.ledger.PieceKey;
import dev.remit.engines.ledger.VolumeShare;
import dev.remit.engines.money.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A line's figures as columns; {@link Figures} says what they mean. */
@Embeddable
record FigureColumns(
        @Enumerated(EnumType.STRING) Band band,
        Instant cutFrom,
        boolean beyondVolume,
        Long withinSeconds,
        Long beyondSeconds,
        int lineNumber,
        long minutes,
        String currency,
        Long amountMinor,
        long billedMinor,
        long overCapMinor,
        String arithmetic,
        @Enumerated(EnumType.STRING) HeldReason heldReason) {

    static FigureColumns of(Figures figures) {
        PieceKey piece = figures.piece();
        VolumeShare share = figures.share();
        return new FigureColumns(
                figures.band(),
                piece == null ? null : piece.from(),
                piece != null && piece.beyondVolume(),
                share == null ? null : share.withinSeconds(),
                share == null ? null : share.beyondSeconds(),
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

    /** What is over the cap; null where nothing could be rated. */
    Money overCap() {
        return currency == null ? null : Money.of(overCapMinor, currency);
    }

    PieceKey piece() {
        return band == null ? null : new PieceKey(cutFrom, band, beyondVolume);
    }

    /** How a volume divides the piece; null where it does not. */
    VolumeShare share() {
        return withinSeconds == null ? null : new VolumeShare(withinSeconds, beyondSeconds);
    }

    Figures figures() {
        return new Figures(
                piece(),
                share(),
                lineNumber,
                minutes,
                currency,
                amountMinor,
                billedMinor,
                overCapMinor,
                arithmetic,
                heldReason);
    }
}
