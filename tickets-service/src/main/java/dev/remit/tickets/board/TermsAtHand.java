package dev.remit.tickets.board;

import dev.remit.engines.sla.SlaTerms;
import dev.remit.tickets.agreements.AgreementBook;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service levels of the tickets of one answer, each agreement's read once. */
final class TermsAtHand {
    private final AgreementBook agreements;
    private final Map<List<String>, Optional<CompiledTerms>> byDocuments = new HashMap<>();

    TermsAtHand(AgreementBook agreements) {
        this.agreements = agreements;
    }

    /** Those that hold for a ticket now; empty where the agreement promises nothing for its present priority. */
    Optional<SlaTerms> of(Ticket ticket) {
        return ticket.pin().filter(PinnedTerms::hasTerms).flatMap(pin -> byDocuments
                .computeIfAbsent(pin.documents(), agreements::terms)
                .flatMap(terms ->
                        terms.of(ticket.ruledUnder()).terms(ticket.priority(), ticket.ticketClass(), pin.siteZone())));
    }
}
