package dev.remit.tickets.callbacks;

import dev.remit.engines.InvalidInput;
import dev.remit.psa.DeletedFact;
import dev.remit.psa.PsaFacts;
import dev.remit.psa.PsaPayload;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.UnusablePayloadException;
import dev.remit.psa.connectwise.ConnectWiseCallback;
import dev.remit.tickets.connections.Connection;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.Intake;
import dev.remit.tickets.intake.Origin;
import dev.remit.tickets.intake.Payload;
import dev.remit.tickets.intake.Payloads;
import dev.remit.tickets.intake.Receipt;
import dev.remit.tickets.intake.ReviewCause;
import dev.remit.tickets.intake.Reviews;
import dev.remit.tickets.worklog.WorklogIntake;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes a callback in whose signature was checked. One that cannot be used is kept and listed, never refused. */
@ApplicationScoped
public class Callbacks {
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 500;

    private final Connections connections;
    private final Payloads payloads;
    private final Intake intake;
    private final WorklogIntake worklog;
    private final Reviews reviews;

    Callbacks(Connections connections, Payloads payloads, Intake intake, WorklogIntake worklog, Reviews reviews) {
        this.connections = connections;
        this.payloads = payloads;
        this.intake = intake;
        this.worklog = worklog;
        this.reviews = reviews;
    }

    /** Takes in a body whose signature was right, now or again. */
    public Receipt take(UUID connectionId, byte[] body) {
        Connection connection = connections.require(connectionId);
        Payload payload = payloads.keep(connectionId, Payload.Via.CALLBACK, body);
        try {
            Optional<PsaPayload> read = ConnectWiseCallback.read(body);
            return read.isEmpty() ? Receipt.ignored() : take(connection, read.get(), payload);
        } catch (UnusablePayloadException unusable) {
            return refuse(connectionId, payload, unusable.field(), unusable.getMessage());
        } catch (InvalidInput odd) {
            return refuse(connectionId, payload, odd.path(), odd.problem());
        }
    }

    private Receipt take(Connection connection, PsaPayload read, Payload payload) {
        return switch (checked(read.facts())) {
            case TicketFacts ticket -> intake.take(connection, ticket, read.kept(), payload.id(), payload.sha256());
            case TimeEntryFacts entry -> worklog.take(connection, entry, read.kept(), null, payload.id());
            case DeletedFact deleted -> intake.delete(connection, deleted, Optional.empty());
        };
    }

    private Receipt refuse(UUID connectionId, Payload payload, String field, String what) {
        return reviews.refuse(new Origin(connectionId, "", payload.id()), ReviewCause.UNUSABLE, field, what);
    }

    /** Holds a platform's texts to the lengths that our own form of them has. */
    private static PsaFacts checked(PsaFacts facts) {
        limit("ID", facts.externalId(), LONGEST_KEY);
        switch (facts) {
            case TicketFacts ticket -> {
                limit("Entity.summary", ticket.title(), LONGEST_TITLE);
                limit("Entity.priority.name", ticket.priority(), LONGEST_KEY);
                limit("Entity.status.name", ticket.status(), LONGEST_KEY);
                limit("Entity.recordType", ticket.ticketClass(), LONGEST_KEY);
                limit("Entity.source.name", ticket.channel(), LONGEST_KEY);
                limit("Entity.board.name", ticket.category().board(), LONGEST_NAME);
                limit("Entity.mergedParentTicket.id", ticket.mergedInto(), LONGEST_KEY);
                if (ticket.assignee() != null) {
                    limit("Entity.owner.identifier", ticket.assignee().id(), LONGEST_KEY);
                    limit("Entity.owner.name", ticket.assignee().name(), LONGEST_NAME);
                }
                limit("Entity.company.id", ticket.client().externalId(), LONGEST_KEY);
            }
            case TimeEntryFacts entry -> {
                limit("Entity.chargeToId", entry.ticketExternalId(), LONGEST_KEY);
                limit("Entity.member.identifier", entry.technician().id(), LONGEST_KEY);
                limit("Entity.member.name", entry.technician().name(), LONGEST_NAME);
                limit("Entity.workType.name", entry.workType(), LONGEST_KEY);
                limit("Entity.workRole.name", entry.role(), LONGEST_KEY);
            }
            case DeletedFact ignored -> {
                // Its key was looked at above.
            }
        }
        return facts;
    }

    private static void limit(String field, String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new UnusablePayloadException(field, field + " is longer than " + longest + " characters");
        }
    }
}
