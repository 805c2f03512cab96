package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.util.UUID;

/**
 * Up to what work may be done.
 *
 * @param quoteId the quote that was approved
 */
public record AuthorisationWord(
        UUID workItemId, @MayBeAbsent UUID quoteId, MoneyJson cap, Instant authorisedAt) {}
