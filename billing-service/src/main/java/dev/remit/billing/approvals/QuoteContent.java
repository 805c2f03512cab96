package dev.remit.billing.approvals;

import dev.remit.engines.money.Money;
import dev.remit.kit.audit.Withheld;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;

/** What a quote says and what it costs, which changes only while it is a draft. */
@MappedSuperclass
abstract class QuoteContent {
    @Embedded
    private QuoteTerms terms;

    /** Somebody changed the draft, so that a new ruling no longer prices it. */
    private boolean touched;

    /** May be the title of a ticket, which may become confidential. */
    @Withheld
    private String summary;

    /** Words of the desk among them. */
    @Withheld
    @Convert(converter = QuoteLines.Column.class)
    @Column(name = "quote_lines", columnDefinition = "longblob")
    private QuoteLines lines = QuoteLines.NONE;

    @Enumerated(EnumType.STRING)
    private LinesFrom linesFrom = LinesFrom.DESK;

    @Embedded
    private QuotePrice price = QuotePrice.NONE;

    /** Until when it can be decided; null while nobody has said. */
    private Instant expiresAt;

    /** @throws Problem wrong-state unless it is a draft */
    abstract void requireDraft();

    /** Says what another quote says, for as long as somebody will say. */
    void copyContent(QuoteContent other) {
        requireDraft();
        terms = other.terms;
        touched = other.touched;
        summary = other.summary;
        lines = other.lines;
        linesFrom = other.linesFrom;
        price = other.price;
    }

    /** Notes that somebody of the MSP changes it. */
    void touch() {
        requireDraft();
        touched = true;
    }

    void summarise(String text) {
        requireDraft();
        summary = text;
    }

    /** Puts other words in the place of a title that became confidential, whether it was sent or not. */
    void withhold(String title, String instead) {
        if (title.equals(summary)) {
            summary = instead;
        }
    }

    /** Goes by other terms. What was said in another currency no longer stands. */
    void bindTo(QuoteTerms newTerms) {
        requireDraft();
        if (terms != null && !terms.currency().equals(newTerms.currency())) {
            price = price.inAnotherCurrency();
        }
        terms = newTerms;
    }

    /** Takes lines that were rated by its terms; the cap follows them until somebody sets it. */
    void plan(LinesFrom from, QuoteLines rated) {
        requireDraft();
        linesFrom = from;
        lines = rated;
        price = price.estimated(rated.sum(terms.currency()));
    }

    /** @param cap in the currency of the terms */
    void capAt(Money cap) {
        requireDraft();
        if (!cap.isIn(terms.currency())) {
            throw new IllegalArgumentException("The quote is in " + terms.currency() + ", not " + cap);
        }
        price = price.capped(cap);
    }

    /** Keeps that somebody knows that the cap is below the estimate; nothing where it is not. */
    void confirmCap(Caller caller, Instant now) {
        requireDraft();
        price = price.capConfirmed(caller, now);
    }

    void expireAt(Instant end) {
        requireDraft();
        expiresAt = end;
    }

    /** @throws Problem rule-broken where the cap is below the estimate and nobody has said that it may be */
    void requireCapConfirmed() {
        price.requireCapConfirmed(terms.currency());
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    QuoteTerms terms() {
        return terms;
    }

    boolean isTouched() {
        return touched;
    }

    String summary() {
        return summary;
    }

    QuoteLines lines() {
        return lines;
    }

    LinesFrom linesFrom() {
        return linesFrom;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    QuotePrice price() {
        return price;
    }

    /** The most that may be billed under it, before tax; null while nobody has said. */
    Money cap() {
        return price.capMinor() == null ? null : Money.of(price.capMinor(), terms.currency());
    }
}
