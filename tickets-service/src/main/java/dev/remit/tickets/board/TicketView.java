package dev.remit.tickets.board;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.connections.TicketStatus;
import dev.remit.tickets.intake.Awaiting;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketState;
import dev.remit.tickets.rulings.WorkItemView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket as callers see it.
 *
 * @param awaiting what it waits to learn
 * @param title absent on a confidential ticket, for those outside the service desk
 * @param status what the source's status means; absent for one that means nothing to us
 * @param client absent until it is known
 * @param terms what it is pinned to; absent where no agreement holds
 */
@Schema(name = "Ticket")
record TicketView(
        UUID id,
        String connection,
        String externalId,
        TicketState state,
        @MayBeAbsent Awaiting awaiting,
        @MayBeAbsent String title,
        boolean confidential,
        Instant createdAt,
        Instant sourceUpdatedAt,
        @MayBeAbsent TicketStatus status,
        @MayBeAbsent String priority,
        @MayBeAbsent String ticketClass,
        @MayBeAbsent Instant resolvedAt,
        boolean deleted,
        @MayBeAbsent ClientOf client,
        @MayBeAbsent Terms terms,
        List<WorkItemView> workItems,
        Instant updatedAt) {

    /** Whose ticket it is. */
    @Schema(name = "TicketClient")
    record ClientOf(UUID clientId, String code, @MayBeAbsent String siteCode, String siteZone) {}

    /**
     * The versions that the ticket runs under, fixed by its first ruling: the master's, and hashes of the documents of the
     * addenda that were in force with it.
     */
    @Schema(name = "PinnedTerms")
    record Terms(UUID agreementId, int version, String documentHash, List<String> addenda) {}

    static TicketView of(Ticket ticket, List<WorkItemView> workItems, boolean maySeeText) {
        Optional<PinnedTerms> pin = ticket.pin();
        boolean withheld = ticket.isConfidential() && !maySeeText;
        return new TicketView(
                ticket.id(),
                ticket.connectionName(),
                ticket.externalId(),
                ticket.state(),
                ticket.awaiting().orElse(null),
                withheld ? null : ticket.title(),
                ticket.isConfidential(),
                ticket.createdAt(),
                ticket.sourceUpdatedAt(),
                ticket.status(),
                ticket.priority(),
                ticket.ticketClass(),
                ticket.resolvedAt(),
                ticket.deletedAt().isPresent(),
                pin.map(known -> new ClientOf(
                                known.clientId(),
                                known.clientCode(),
                                known.siteCode(),
                                known.zone().getId()))
                        .orElse(null),
                pin.filter(PinnedTerms::hasTerms)
                        .map(terms -> new Terms(
                                terms.agreementId(), terms.agreementVersion(), terms.documentHash(), terms.addenda()))
                        .orElse(null),
                withheld ? workItems.stream().map(WorkItemView::withoutTitle).toList() : workItems,
                ticket.updatedAt());
    }
}
