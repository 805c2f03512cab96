package dev.remit.tickets.intake;

import dev.remit.psa.TicketFacts;
import dev.remit.psa.TicketFacts.Assignee;
import dev.remit.psa.TicketFacts.Requester;
import java.util.List;

/**
 * What is shown of a ticket and decides nothing here.
 *
 * @param requester the person of the client who asks; null for none
 * @param assignee the member of staff who has it; null for nobody
 * @param link where its source shows it; null for nowhere
 * @param labels its source's words for finding it again
 */
public record TicketParticulars(Requester requester, Assignee assignee, String link, List<String> labels) {

    static TicketParticulars of(TicketFacts facts) {
        return new TicketParticulars(facts.requester(), facts.assignee(), facts.link(), facts.labels());
    }
}
