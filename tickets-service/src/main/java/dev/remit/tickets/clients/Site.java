package dev.remit.tickets.clients;

import java.time.ZoneId;
import java.util.List;

/**
 * A place of a client.
 *
 * @param code unique among the client's sites
 * @param zone whose local time its coverage follows
 * @param references how sources call it
 */
public record Site(String code, ZoneId zone, List<Reference> references) {

    public Site {
        references = List.copyOf(references);
    }

    /**
     * A source's key of something.
     *
     * @param connection the name of the connection
     * @param id the source's key
     */
    public record Reference(String connection, String id) {}

    boolean goesBy(String connection, String externalId) {
        return references.contains(new Reference(connection, externalId));
    }
}
