package dev.remit.tickets.intake;

import dev.remit.psa.Author;
import dev.remit.tickets.connections.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Makes facts of a ticket in our own form and takes them in, now or again. */
@ApplicationScoped
public class TicketFactsIntake {
    private final StrictBodyReader bodies;
    private final SourceIntake source;
    private final Intake intake;

    TicketFactsIntake(StrictBodyReader bodies, SourceIntake source, Intake intake) {
        this.bodies = bodies;
        this.source = source;
        this.intake = intake;
    }

    /**
     * Takes in what a source, or a person in its place, sends of a ticket.
     *
     * @throws IOException as Jackson puts it, which is answered with a problem
     */
    public Receipt take(SourceReference reference, byte[] body) throws IOException {
        TicketSnapshotRequest request = bodies.read(body, TicketSnapshotRequest.class);
        request.check();
        Set<String> kept = TicketSnapshotRequest.kept(bodies.names(body));
        return source.take(
                reference,
                Payload.Via.TICKET,
                body,
                (connection, payload, author) ->
                        take(connection, reference.externalId(), request, kept, payload, author));
    }

    /** Takes in what was kept, as it was sent and by whoever sent it. */
    public Receipt take(Connection connection, String externalId, Payload payload) throws IOException {
        TicketSnapshotRequest request = bodies.read(payload.body(), TicketSnapshotRequest.class);
        return take(
                connection,
                externalId,
                request,
                TicketSnapshotRequest.kept(bodies.names(payload.body())),
                payload,
                payload.author());
    }

    private Receipt take(
            Connection connection,
            String externalId,
            TicketSnapshotRequest request,
            Set<String> kept,
            Payload payload,
            Optional<Author> author) {
        return intake.take(
                connection, request.facts(externalId, author.orElse(null)), kept, payload.id(), payload.sha256());
    }
}
