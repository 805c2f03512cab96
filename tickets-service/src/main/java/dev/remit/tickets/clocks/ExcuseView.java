package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.intake.AuthorView;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a person excused a breach. The breach stays; compliance counts this beside it.
 *
 * @param due the moment that was missed
 * @param clause of the agreement that allows the reason
 * @param note what happened; of a confidential ticket only for the owner and the service desk, as is withdrawnBecause
 * @param withdrawnAt absent while it stands, as are the next two
 */
@Schema(name = "BreachExcuse")
record ExcuseView(
        UUID id,
        ClockKind clock,
        String cycle,
        Instant due,
        ExcuseReason reason,
        @MayBeAbsent String clause,
        @MayBeAbsent String note,
        AuthorView by,
        Instant excusedAt,
        @MayBeAbsent Instant withdrawnAt,
        @MayBeAbsent AuthorView withdrawnBy,
        @MayBeAbsent String withdrawnBecause) {

    boolean isOf(ClockKind whichClock, String whichCycle) {
        return clock == whichClock && cycle.equals(whichCycle);
    }

    /** @param words whether the reader may see what was written */
    static ExcuseView of(BreachExcuse excuse, boolean words) {
        boolean withdrawn = excuse.withdrawnAt().isPresent();
        return new ExcuseView(
                excuse.id(),
                excuse.clock(),
                excuse.cycle(),
                excuse.due(),
                excuse.reason(),
                excuse.clause(),
                words ? excuse.note() : null,
                AuthorView.of(excuse.excusedBy()),
                excuse.excusedAt(),
                excuse.withdrawnAt().orElse(null),
                withdrawn ? AuthorView.of(excuse.withdrawnBy()) : null,
                words ? excuse.withdrawnBecause() : null);
    }
}
