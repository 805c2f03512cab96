package dev.remit.billing.approvals;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * What a quote is bound to: the ruling that made it necessary, and the rate of the signed version it was priced with.
 *
 * @param hourlyMinor null where the ruling names no work type that the card has a rate for
 * @param taxRatePercent decimal text, null where the card names no tax
 */
@Embeddable
record QuoteTerms(
        UUID rulingId,
        String item,
        String clauseId,
        String clauseTitle,
        @Column(columnDefinition = "mediumtext") String clauseText,
        UUID agreementId,
        Integer agreementVersion,
        String documentHash,
        String contentHash,
        String workType,
        Long hourlyMinor,
        String currency,
        String taxRatePercent) {}
