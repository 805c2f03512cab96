package dev.remit.tickets.worklog;

import dev.remit.psa.Author;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.intake.Payload;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.StrictBodyReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Makes facts of a time entry in our own form and takes them in, now or again. */
@ApplicationScoped
public class TimeEntryFactsIntake {
    private final StrictBodyReader bodies;
    private final WorklogIntake intake;

    TimeEntryFactsIntake(StrictBodyReader bodies, WorklogIntake intake) {
        this.bodies = bodies;
        this.intake = intake;
    }

    /** Takes in what was kept. */
    public Receipt take(Connection connection, String externalId, Payload payload) throws IOException {
        TimeEntryRequest request = bodies.read(payload.body(), TimeEntryRequest.class);
        Set<String> kept = TimeEntryRequest.kept(bodies.names(payload.body()));
        return take(connection, externalId, request, kept, payload, payload.author());
    }

    Receipt take(
            Connection connection,
            String externalId,
            TimeEntryRequest request,
            Set<String> kept,
            Payload payload,
            Optional<Author> author) {
        TimeEntryFacts facts =
                request.facts(externalId, OwnTime.technician(author, request.worker()), author.orElse(null));
        return intake.take(connection, facts, kept, request.ticket().workItemId(), payload.id());
    }
}
