package dev.remit.billing.extras;

import dev.remit.billing.agreements.Agreements;
import dev.remit.billing.approvals.ApprovalFacts;
import dev.remit.billing.books.CutOffs;
import dev.remit.billing.volumes.TakenVolumes;
import dev.remit.billing.work.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The clients' open books as the database has them. */
@ApplicationScoped
class StoredBooks {
    private final Work work;
    private final ApprovalFacts quotes;
    private final Agreements agreements;
    private final CutOffs cutOffs;
    private final Extras extras;
    private final BilledWork billedWork;
    private final TakenVolumes volumes;

    StoredBooks(
            Work work,
            ApprovalFacts quotes,
            Agreements agreements,
            CutOffs cutOffs,
            Extras extras,
            BilledWork billedWork,
            TakenVolumes volumes) {
        this.work = work;
        this.quotes = quotes;
        this.agreements = agreements;
        this.cutOffs = cutOffs;
        this.extras = extras;
        this.billedWork = billedWork;
        this.volumes = volumes;
    }

    /** For one computation. */
    StoredBook of(UUID clientId) {
        return new StoredBook(
                clientId, work, quotes, agreements.versionsOf(clientId), cutOffs, extras, billedWork, volumes);
    }
}
