package dev.remit.tickets.connections;

import dev.remit.engines.sla.MessageDelivery;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A connection as callers see it.
 *
 * @param webhook where the platform posts its callbacks
 * @param signed whether there is a signing key; the key itself is never shown
 * @param signingKey the key that was made because none was given; only in the answer that makes it
 * @param messages whether the source delivers what is written on its tickets
 */
@Schema(name = "Connection")
record ConnectionView(
        UUID id,
        String name,
        Platform platform,
        String webhook,
        boolean signed,
        @MayBeAbsent String signingKey,
        MessageDelivery messages,
        Map<String, String> priorities,
        Map<String, TicketStatus> statuses,
        Map<String, String> ticketClasses,
        Map<String, TicketChannel> channels,
        Map<String, String> workTypes,
        Map<String, String> roles,
        Instant createdAt) {

    static ConnectionView of(Connection connection) {
        return of(connection, null);
    }

    static ConnectionView of(Connection connection, String madeKey) {
        Translation translation = connection.translation();
        return new ConnectionView(
                connection.id(),
                connection.name(),
                connection.platform(),
                ConnectionsResource.PATH + "/" + connection.id() + "/webhook",
                connection.hasSigningKey(),
                madeKey,
                connection.messages(),
                new TreeMap<>(translation.priorities()),
                new TreeMap<>(translation.statuses()),
                new TreeMap<>(translation.ticketClasses()),
                new TreeMap<>(translation.channels()),
                new TreeMap<>(translation.workTypes()),
                new TreeMap<>(translation.roles()),
                connection.createdAt());
    }
}
