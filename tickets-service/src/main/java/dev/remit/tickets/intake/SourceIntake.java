package dev.remit.tickets.intake;

import dev.remit.kit.problem.Problem;
import dev.remit.psa.Author;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;

/** Takes in what a source, or a person in its place, sends in our own form. */
@ApplicationScoped
public class SourceIntake {
    private final Connections connections;
    private final Payloads payloads;
    private final Authors authors;
    private final Event<TicketsPending> pending;

    SourceIntake(Connections connections, Payloads payloads, Authors authors, Event<TicketsPending> pending) {
        this.connections = connections;
        this.payloads = payloads;
        this.authors = authors;
        this.pending = pending;
    }

    /** What is made of a body that is kept. */
    public interface Taking {
        /** @param author the person who sent it; empty for the source itself */
        Receipt take(Connection connection, Payload kept, Optional<Author> author);
    }

    /**
     * Keeps the bytes of a body and takes it in, in one transaction of its own.
     *
     * @throws Problem not-found for an unknown connection, forbidden for a person who writes for a platform, validation for a
     *     text that no JSON can hold
     */
    public Receipt take(SourceReference reference, Payload.Via via, byte[] body, Taking taking) {
        return StrictBodyReader.refusingOddTexts(() ->
                CollisionRetry.repeat(() -> QuarkusTransaction.requiringNew().call(() -> {
                    Connection connection =
                            connections.named(reference.connection()).orElseThrow(Problem::notFound);
                    authors.requireMayWrite(connection);
                    Optional<Author> author = authors.present();
                    Payload kept = payloads.keep(connection.id(), via, body, author);
                    Receipt receipt = taking.take(connection, kept, author);
                    pending.fire(new TicketsPending());
                    return receipt;
                })));
    }
}
