package dev.remit.tickets.board;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import dev.remit.tickets.intake.ReviewCause;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a ticket that was sent.
 *
 * @param id of the ticket; absent where none was made
 * @param outcome what became of it; more may come
 * @param cause why a person must look at it, and {@code field} what at
 * @param detail what there is to say of it
 * @param ticket as it stands after that, where it was asked for
 */
@Schema(name = "TicketReceipt")
record TicketReceiptView(
        @MayBeAbsent UUID id,
        Outcome outcome,
        @MayBeAbsent ReviewCause cause,
        @MayBeAbsent String field,
        @MayBeAbsent String detail,
        @MayBeAbsent TicketView ticket) {

    /** @param ticket null where it was not asked for */
    static TicketReceiptView of(Receipt receipt, TicketView ticket) {
        ReceiptView told = ReceiptView.of(receipt);
        return new TicketReceiptView(told.id(), told.outcome(), told.cause(), told.field(), told.detail(), ticket);
    }
}
