package dev.remit.tickets.worklog;

import dev.remit.tickets.intake.Receipt;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

/** Receipts of time entries as they are shown, with the entry after that where it is asked for. */
@ApplicationScoped
class TimeEntryReceipts {
    private final TimeEntries entries;

    TimeEntryReceipts(TimeEntries entries) {
        this.entries = entries;
    }

    /** @param withEntry whether the entry is asked for */
    TimeEntryReceiptView shown(Receipt receipt, boolean withEntry) {
        TimeEntryView entry = withEntry && receipt.id() != null
                ? QuarkusTransaction.requiringNew().call(() -> TimeEntryView.of(entries.require(receipt.id())))
                : null;
        return TimeEntryReceiptView.of(receipt, entry);
    }

    /**
     * Of the word that an entry is gone, which is stored by now and takes effect on the entry when its ticket is looked at next.
     *
     * @param withEntry whether the entry is asked for
     */
    TimeEntryReceiptView ofGone(Receipt receipt, boolean withEntry) {
        TimeEntryView entry = withEntry && receipt.id() != null
                ? QuarkusTransaction.requiringNew().call(() -> TimeEntryView.of(gone(receipt)))
                : null;
        return TimeEntryReceiptView.of(receipt, entry);
    }

    /** Detached, so that nothing is written here. */
    private TimeEntry gone(Receipt receipt) {
        TimeEntry entry = entries.require(receipt.id());
        entries.getEntityManager().detach(entry);
        entry.delete();
        return entry;
    }
}
