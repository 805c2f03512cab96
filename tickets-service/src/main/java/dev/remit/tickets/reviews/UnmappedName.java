package dev.remit.tickets.reviews;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.connections.NameTable;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A name of a source that means nothing to us, and on how many tickets and time entries somebody must look because of it.
 *
 * @param connection whose name it is
 * @param field of a ticket or a time entry, such as status
 * @param table in which the connection maps it; absent for a site, which the client's own sites name
 * @param reviews how many are open because of it
 * @param lastRaisedAt when the last of them was raised
 */
@Schema(name = "UnmappedName")
record UnmappedName(
        UUID connectionId,
        String connection,
        String field,
        @MayBeAbsent NameTable table,
        String name,
        long reviews,
        Instant lastRaisedAt) {

    /** As a query gives it. */
    UnmappedName(UUID connectionId, String connection, String field, String name, long reviews, Instant lastRaisedAt) {
        this(connectionId, connection, field, NameTable.ofField(field).orElse(null), name, reviews, lastRaisedAt);
    }
}
