package dev.remit.psa.connectwise;

import dev.remit.psa.PsaPayload;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TicketFacts.Assignee;
import dev.remit.psa.TicketFacts.Category;
import dev.remit.psa.TicketFacts.ClientRef;
import dev.remit.psa.TicketFacts.Milestones;
import dev.remit.psa.TicketFacts.Requester;
import dev.remit.psa.TicketFacts.SiteRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** A service or project ticket of ConnectWise PSA. Picklists go by their names, which MSPs know, not by their numbers. */
final class ServiceTicket {

    /** What a ticket of the platform has no place for. */
    private static final Set<String> UNSAID = Set.of("catalogueItem", "scheduledFor", "confidential", "link", "labels");

    private ServiceTicket() {}

    static PsaPayload read(Member ticket) {
        return new PsaPayload(facts(ticket), UNSAID);
    }

    private static TicketFacts facts(Member ticket) {
        Member info = ticket.member("_info");
        Instant updated = info.instant("lastUpdated");
        Instant entered = info.instantOrNull("dateEntered");
        String recordType = ticket.textOrNull("recordType");
        return new TicketFacts(
                ticket.text("id"),
                updated,
                entered == null ? updated : entered,
                ticket.text("summary"),
                ticket.textOrNull("initialDescription"),
                new ClientRef(null, ticket.member("company").text("id")),
                Requester.of(ticket.textOrNull("contactName"), ticket.textOrNull("contactEmailAddress")),
                assignee(ticket.member("owner")),
                site(ticket.member("site")),
                ticket.member("priority").textOrNull("name"),
                recordType == null && ticket.member("project").node().isObject() ? "ProjectTicket" : recordType,
                new Category(
                        name(ticket, "board"), name(ticket, "type"), name(ticket, "subType"), name(ticket, "item")),
                null,
                name(ticket, "status"),
                name(ticket, "source"),
                ticket.member("mergedParentTicket").textOrNull("id"),
                null,
                List.of(),
                new Milestones(
                        ticket.instantOrNull("dateResponded"),
                        ticket.instantOrNull("dateResplan"),
                        ticket.instantOrNull("dateResolved"),
                        ticket.instantOrNull("closedDate"),
                        null),
                false,
                List.of(),
                null);
    }

    private static String name(Member ticket, String reference) {
        return ticket.member(reference).textOrNull("name");
    }

    /** Members go by their identifier, as in time entries. */
    private static Assignee assignee(Member owner) {
        String identifier = owner.textOrNull("identifier");
        String id = identifier == null ? owner.textOrNull("id") : identifier;
        return id == null ? null : new Assignee(id, owner.textOrNull("name"));
    }

    private static SiteRef site(Member site) {
        String id = site.textOrNull("id");
        return id == null ? null : new SiteRef(null, id);
    }
}
