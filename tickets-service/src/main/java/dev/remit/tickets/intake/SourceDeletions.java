package dev.remit.tickets.intake;

import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.psa.DeletedFact;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;

/** Takes the word of a source, or of a person in its place, that a ticket or time entry is gone. */
@ApplicationScoped
public class SourceDeletions {
    private final Connections connections;
    private final Authors authors;
    private final Intake intake;
    private final Event<TicketsPending> pending;

    SourceDeletions(Connections connections, Authors authors, Intake intake, Event<TicketsPending> pending) {
        this.connections = connections;
        this.authors = authors;
        this.intake = intake;
        this.pending = pending;
    }

    /** What must hold before something is deleted. */
    public interface Condition {
        /** @throws Problem where it does not */
        void require(Connection connection, Optional<Author> author);
    }

    /**
     * In one transaction of its own.
     *
     * @throws Problem not-found for an unknown connection, forbidden for a person who writes for a platform
     */
    public Receipt delete(SourceReference reference, DeletedFact.Kind kind, Condition condition) {
        return CollisionRetry.repeat(() -> QuarkusTransaction.requiringNew().call(() -> {
            Connection connection = connections.named(reference.connection()).orElseThrow(Problem::notFound);
            authors.requireMayWrite(connection);
            Optional<Author> author = authors.present();
            condition.require(connection, author);
            Receipt receipt = intake.delete(connection, new DeletedFact(kind, reference.externalId()), author);
            pending.fire(new TicketsPending());
            return receipt;
        }));
    }
}
