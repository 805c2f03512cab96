package dev.remit.tickets.intake;

import static dev.remit.kit.tenancy.Roles.OWNER;
import static dev.remit.kit.tenancy.Roles.PSA_SYNC;
import static dev.remit.kit.tenancy.Roles.SERVICE_DESK;
import static dev.remit.kit.tenancy.Roles.TECHNICIAN;

import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Caller;
import dev.remit.psa.Author;
import dev.remit.tickets.connections.Connection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Stream;

/** Who writes: the sync client of a source, or a person, whose word is marked as theirs for good. */
@ApplicationScoped
public class Authors {
    private final Caller caller;

    Authors(Caller caller) {
        this.caller = caller;
    }

    /** The person of the present request; empty for a source's sync client. */
    public Optional<Author> present() {
        if (caller.has(PSA_SYNC)) {
            return Optional.empty();
        }
        return Stream.of(OWNER, SERVICE_DESK, TECHNICIAN)
                .filter(caller::has)
                .findFirst()
                .map(role -> new Author(caller.subject(), caller.username(), caller.name(), role));
    }

    /**
     * Keeps people from writing in the name of a platform, and a machine client of one connection from writing to another.
     *
     * @throws Problem forbidden, for a person and a connection of a platform, and for another connection than the token names
     */
    public void requireMayWrite(Connection connection) {
        if (!caller.isOf(connection.name())) {
            throw Problem.of(
                    ProblemType.FORBIDDEN, "The token is for another connection than \"" + connection.name() + "\".");
        }
        if (connection.isOfPlatform() && present().isPresent()) {
            throw Problem.of(
                    ProblemType.FORBIDDEN,
                    "The connection \"" + connection.name()
                            + "\" takes its platform's callbacks and sync client alone.");
        }
    }
}
