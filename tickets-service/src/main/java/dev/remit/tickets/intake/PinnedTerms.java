package dev.remit.tickets.intake;

import dev.remit.engines.agreement.Place;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Under whose terms a ticket runs, fixed by its first ruling.
 *
 * @param siteCode null where the source names no known site
 * @param zone the site's, else the client's
 * @param documentHash null where no agreement was in force, as are the next two
 */
public record PinnedTerms(
        UUID clientId,
        String clientCode,
        String siteCode,
        ZoneId zone,
        String documentHash,
        UUID agreementId,
        Integer agreementVersion) {

    /** Where the ticket is from. */
    public Place place() {
        return new Place(siteCode, zone);
    }

    public boolean hasTerms() {
        return documentHash != null;
    }
}
