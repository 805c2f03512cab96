package dev.remit.billing.approvals;

import dev.remit.billing.approvals.QuoteView.QuoteRuling;
import dev.remit.billing.approvals.QuoteView.QuotedWork;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.http.MoneyJson;
import dev.remit.kit.json.CanonicalRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What an approver decides on, as canonical JSON that is kept from when the quote is sent. The summary is no part of it: it
 * may be the title of a ticket that becomes confidential.
 */
record ShownQuote(
        String schema,
        UUID quoteId,
        QuoteKind kind,
        UUID ticketId,
        UUID workItemId,
        QuoteRuling ruling,
        List<QuoteLine> lines,
        MoneyJson estimate,
        MoneyJson estimateTax,
        MoneyJson estimateWithTax,
        boolean estimateComplete,
        MoneyJson cap,
        MoneyJson capWithTax,
        String taxRatePercent,
        List<QuotedWork> earlierWork,
        Instant sentAt,
        Instant expiresAt) {

    private static final String SCHEMA = "remit-quote/1";

    /** @param view the quote in full */
    static ShownQuote of(QuoteView view) {
        return new ShownQuote(
                SCHEMA,
                view.id(),
                view.kind(),
                view.ticketId(),
                view.workItemId(),
                view.ruling(),
                view.lines(),
                view.estimate(),
                view.estimateTax(),
                view.estimateWithTax(),
                view.estimateComplete(),
                view.cap(),
                view.capWithTax(),
                view.taxRatePercent(),
                view.earlierWork(),
                view.sentAt(),
                view.expiresAt());
    }

    byte[] bytes() {
        return CanonicalRecords.bytes(this);
    }

    static String hash(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
