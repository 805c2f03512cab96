package dev.remit.tickets.worklog;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReceiptView;
import dev.remit.tickets.intake.ReceiptView.Outcome;
import dev.remit.tickets.intake.ReviewCause;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a time entry that was sent.
 *
 * @param id of the time entry; absent where none was made
 * @param outcome what became of it; more may come
 * @param cause why a person must look at it, and {@code field} what at
 * @param detail what there is to say of it
 * @param timeEntry as it stands after that, where it was asked for
 */
@Schema(name = "TimeEntryReceipt")
record TimeEntryReceiptView(
        @MayBeAbsent UUID id,
        Outcome outcome,
        @MayBeAbsent ReviewCause cause,
        @MayBeAbsent String field,
        @MayBeAbsent String detail,
        @MayBeAbsent TimeEntryView timeEntry) {

    /** @param timeEntry null where it was not asked for */
    static TimeEntryReceiptView of(Receipt receipt, TimeEntryView timeEntry) {
        ReceiptView told = ReceiptView.of(receipt);
        return new TimeEntryReceiptView(
                told.id(), told.outcome(), told.cause(), told.field(), told.detail(), timeEntry);
    }
}
