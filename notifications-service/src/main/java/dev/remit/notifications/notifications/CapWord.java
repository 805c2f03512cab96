package dev.remit.notifications.notifications;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.util.UUID;

/**
 * How much of what was authorised is used.
 *
 * @param quoteId the last approval of the work
 * @param cap what may be billed for the work, by all its approvals
 * @param used what its recorded work comes to, whatever the cap leaves of it
 * @param threshold 80, or 100 where nothing is left
 * @param percent the share that is used
 * @param technician the name of whose work used it; null where none is known
 */
public record CapWord(
        UUID workItemId,
        UUID quoteId,
        MoneyJson cap,
        MoneyJson used,
        int threshold,
        long percent,
        @MayBeAbsent String technician) {}
