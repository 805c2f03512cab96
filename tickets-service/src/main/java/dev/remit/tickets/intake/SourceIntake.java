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
import java.util.function.BiFunction;

/** Takes in what a source, or a person in its place, sends in our own form, and its word that something is gone. */
@ApplicationScoped
public class SourceIntake {
    private final Connections connections;
    private final Payloads payloads;
    private final Authors authors;
    private final Intake intake;
    private final Event<TicketsPending> pending;

    SourceIntake(
            Connections connections, Payloads payloads, Authors authors, Intake intake, Event<TicketsPending> pending) {
        this.connections = connections;
        this.payloads = payloads;
        this.authors = authors;
        this.intake = intake;
        this.pending = pending;
    }

    /** What is made of a body that is kept. */
    public interface Taking {
        /** @param author the person who sent it; empty for the source itself */
        Receipt take(Connection connection, Payload kept, Optional<Author> author);
    }

    /** What must hold before something is deleted. */
    public interface Condition {
        /** @throws Problem where it does not */
        void require(Connection connection, Optional<Author> author);
    }

    /**
     * Keeps the bytes of a body and takes it in, in one transaction of its own.
     *
     * @throws Problem not-found for an unknown connection, forbidden for a person who writes for a platform, validation for a
     *     text that no JSON can hold
     */
    public Receipt take(SourceReference reference, Payload.Via via, byte[] body, Taking taking) {
        return StrictBodyReader.refusingOddTexts(() -> write(
                reference,
                (connection, author) ->
                        taking.take(connection, payloads.keep(connection.id(), via, body, author), author)));
    }

    /**
     * Takes the word that a ticket or time entry is gone, in one transaction of its own.
     *
     * @throws Problem not-found for an unknown connection, forbidden for a person who writes for a platform
     */
    public Receipt delete(SourceReference reference, DeletedFact.Kind kind, Condition condition) {
        return write(reference, (connection, author) -> {
            condition.require(connection, author);
            return intake.delete(connection, new DeletedFact(kind, reference.externalId()), author);
        });
    }

    private Receipt write(SourceReference reference, BiFunction<Connection, Optional<Author>, Receipt> word) {
        return CollisionRetry.repeat(() -> QuarkusTransaction.requiringNew().call(() -> {
            Connection connection = connections.named(reference.connection()).orElseThrow(Problem::notFound);
            authors.requireMayWrite(connection);
            Receipt receipt = word.apply(connection, authors.present());
            pending.fire(new TicketsPending());
            return receipt;
        }));
    }
}
