package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.UUID;

/**
 * How a quote stands.
 *
 * @param status SENT, APPROVED, DECLINED, EXPIRED or WITHDRAWN
 * @param approver the name of whom it was sent to
 * @param expiresAt while it is out: until when it can be decided
 * @param price while it is out: what it comes to
 * @param decidedBy the name of whoever decided; null where time did
 */
public record QuoteWord(
        UUID quoteId,
        UUID workItemId,
        String status,
        @MayBeAbsent String approver,
        @MayBeAbsent Instant sentAt,
        @MayBeAbsent Instant expiresAt,
        @MayBeAbsent QuotedPrice price,
        @MayBeAbsent Instant decidedAt,
        @MayBeAbsent String decidedBy) {}
