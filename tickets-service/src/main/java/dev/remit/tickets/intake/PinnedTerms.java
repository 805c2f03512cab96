package dev.remit.tickets.intake;

import dev.remit.engines.agreement.SiteZone;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Under whose terms a ticket runs, fixed by its first ruling.
 *
 * @param siteCode null where the source names no known site
 * @param zone the site's, else the client's
 * @param documentHash of the master's version; null where no agreement was in force, as are the next two
 * @param addenda hashes of its addenda's documents, in their order
 */
public record PinnedTerms(
        UUID clientId,
        String clientCode,
        String siteCode,
        ZoneId zone,
        String documentHash,
        UUID agreementId,
        Integer agreementVersion,
        List<String> addenda) {

    /** Copies the list; null is none. */
    public PinnedTerms {
        addenda = addenda == null ? List.of() : List.copyOf(addenda);
    }

    /** Where the ticket is from. */
    public SiteZone siteZone() {
        return new SiteZone(siteCode, zone);
    }

    /** The hashes of all documents that were in force together: the master's, then its addenda's. */
    public List<String> documents() {
        return hasTerms()
                ? Stream.concat(Stream.of(documentHash), addenda.stream()).toList()
                : List.of();
    }

    /** The same ticket at the same place under no agreement. */
    public PinnedTerms withoutTerms() {
        return new PinnedTerms(clientId, clientCode, siteCode, zone, null, null, null, List.of());
    }

    public boolean hasTerms() {
        return documentHash != null;
    }
}
