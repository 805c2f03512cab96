package dev.remit.tickets.intake;

import dev.remit.tickets.connections.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Takes in again what was kept of a ticket in our own form. */
@ApplicationScoped
public class TicketDoor {
    private final Bodies bodies;
    private final Intake intake;

    TicketDoor(Bodies bodies, Intake intake) {
        this.bodies = bodies;
        this.intake = intake;
    }

    /** As it was sent, by whoever sent it. */
    public Receipt take(Connection connection, String externalId, Payload payload) throws IOException {
        TicketSnapshotRequest request = bodies.read(payload.body(), TicketSnapshotRequest.class);
        return intake.take(
                connection, request.facts(externalId, payload.author().orElse(null)), payload.id(), payload.sha256());
    }
}
