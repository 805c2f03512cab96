package dev.remit.tickets.board;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.psa.TicketFacts;
import dev.remit.tickets.connections.TicketChannel;
import dev.remit.tickets.connections.TicketStatus;
import dev.remit.tickets.intake.Awaiting;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.intake.TicketParticulars;
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
 * @param requester the person of the client who asks; absent where the title is
 * @param status what the source's status means; absent for one that means nothing to us
 * @param queue the board or queue on which the source has it
 * @param channel in which way it was asked for, where that is known
 * @param mergedInto the source's key of the ticket into which it was merged
 * @param link where the source shows it; like labels for the MSP's own alone
 * @param client absent until it is known
 * @param terms what it is pinned to; absent where no agreement holds
 * @param standing how its open clocks stand; absent where none is open
 * @param authorisations one for each work item of which the client was sent a quote
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
        @MayBeAbsent RequestedBy requester,
        @MayBeAbsent AssignedTo assignee,
        @MayBeAbsent String queue,
        @MayBeAbsent TicketChannel channel,
        @MayBeAbsent String mergedInto,
        @MayBeAbsent String link,
        @MayBeAbsent List<String> labels,
        @MayBeAbsent Instant resolvedAt,
        boolean deleted,
        @MayBeAbsent ClientOf client,
        @MayBeAbsent Terms terms,
        @MayBeAbsent StandingView standing,
        List<AuthorisationView> authorisations,
        List<WorkItemView> workItems,
        Instant updatedAt) {

    /** By name, e-mail address or both. */
    @Schema(name = "TicketRequestedBy")
    record RequestedBy(
            @MayBeAbsent String name, @MayBeAbsent String email) {
        static RequestedBy of(TicketFacts.Requester requester) {
            return requester == null ? null : new RequestedBy(requester.name(), requester.email());
        }
    }

    /** A member of staff, by the source's key. */
    @Schema(name = "TicketAssignedTo")
    record AssignedTo(String id, @MayBeAbsent String name) {
        static AssignedTo of(TicketFacts.Assignee assignee) {
            return assignee == null ? null : new AssignedTo(assignee.id(), assignee.name());
        }
    }

    /** Whose ticket it is. */
    @Schema(name = "TicketClient")
    record ClientOf(UUID clientId, String code, @MayBeAbsent String siteCode, String siteZone) {}

    /**
     * The versions that the ticket runs under, fixed by its first ruling: the master's, and hashes of the documents of the
     * addenda that were in force with it.
     */
    @Schema(name = "PinnedTerms")
    record Terms(UUID agreementId, int version, String documentHash, List<String> addenda) {}

    /**
     * @param standing null where no clock is open
     * @param maySeeText also of a confidential ticket
     * @param ofTheMsp whether the viewer is no client
     */
    static TicketView of(
            Ticket ticket,
            List<WorkItemView> workItems,
            StandingView standing,
            List<AuthorisationView> authorisations,
            boolean maySeeText,
            boolean ofTheMsp) {
        Optional<PinnedTerms> pin = ticket.pin();
        boolean withheld = ticket.isConfidential() && !maySeeText;
        TicketParticulars particulars = ticket.particulars();
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
                withheld ? null : RequestedBy.of(particulars.requester()),
                AssignedTo.of(particulars.assignee()),
                ticket.queue(),
                ticket.channel(),
                ticket.mergedInto(),
                ofTheMsp ? particulars.link() : null,
                ofTheMsp && !withheld ? particulars.labels() : null,
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
                standing,
                authorisations,
                withheld ? workItems.stream().map(WorkItemView::withoutTitle).toList() : workItems,
                ticket.updatedAt());
    }
}
