package dev.remit.tickets.board;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import dev.remit.tickets.quotes.QuoteWait;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the client was asked to authorise of a work item, by the last quote that it was sent.
 *
 * @param state ASKED while it is out, else how it was decided: APPROVED, DECLINED, EXPIRED or WITHDRAWN; more may come
 * @param cap up to how much work may be done by the last approval, before tax
 * @param used how much recorded work uses of that, as far as is known; absent before there is any
 */
@Schema(name = "TicketAuthorisation")
record AuthorisationView(
        UUID workItemId,
        UUID quoteId,
        String state,
        @MayBeAbsent MoneyJson cap,
        @MayBeAbsent MoneyJson used) {

    /**
     * @param last the last that was sent of the work item
     * @param approved the last that was approved; null for none
     * @param used the last of which it was told how much is used; null for none
     */
    static AuthorisationView of(QuoteWait last, QuoteWait approved, QuoteWait used) {
        return new AuthorisationView(
                last.workItemId(),
                last.quoteId(),
                last.decision() == null ? "ASKED" : last.decision(),
                approved == null ? null : approved.cap().orElse(null),
                used == null ? null : used.used().orElse(null));
    }
}
