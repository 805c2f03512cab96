package dev.remit.tickets.intake;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.tickets.sql.WakeUpSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Leaves word, in the transaction of the fact, that tickets of the current tenant must be looked at. It is read only after
 * that commit, so that a ticket which came at the same moment is never missed.
 */
@ApplicationScoped
public class WakeUps {
    /** Which tickets. */
    public enum Kind {
        /** Every one that awaits what the subject names, as {@link Ticket#awaited} has it. */
        AWAITING,
        /** The one with the id. */
        TICKET,
        /** The one with the source's key. */
        TICKET_REFERENCE,
        /** The one of the time entry with the source's key. */
        TIME_ENTRY_REFERENCE,
        /** Every one of the client that has not ended. */
        CLIENT,
        /** Every one of the client that has not ended, or was created on a local date or later. */
        CLIENT_SINCE,
        /** Every one that has not ended. */
        RUNNING,
        /** Every one that has not ended, or of whose work nothing was said, where nobody relies on that yet. */
        CATALOGUE,
        /** Every one on which the connection with the id had no meaning for a name. */
        NAMES;

        /** Whether tickets are found by what stands in them, and not by a name of their own. */
        public boolean isOfMany() {
            return switch (this) {
                case TICKET, TICKET_REFERENCE, TIME_ENTRY_REFERENCE -> false;
                case AWAITING, CLIENT, CLIENT_SINCE, CATALOGUE, NAMES, RUNNING -> true;
            };
        }
    }

    /** A client's tickets from a local date on, as a wake-up names them. */
    public record ClientSince(UUID client, LocalDate first) {

        /** Reads what a wake-up is about. */
        public static ClientSince parse(String subject) {
            int cut = subject.indexOf(' ');
            return new ClientSince(
                    UUID.fromString(subject.substring(0, cut)), LocalDate.parse(subject.substring(cut + 1)));
        }

        String text() {
            return client + " " + first;
        }
    }

    private final WakeUpSql rows;
    private final Tenancy tenancy;
    private final Ids ids;
    private final InstantSource wall;

    WakeUps(WakeUpSql rows, Tenancy tenancy, Ids ids, InstantSource wall) {
        this.rows = rows;
        this.tenancy = tenancy;
        this.ids = ids;
        this.wall = wall;
    }

    /** Those that wait for something about a client whom they know. */
    public void awaitingOf(UUID clientId) {
        ask(Kind.AWAITING, AwaitedKeys.about(clientId));
    }

    /** Those that wait for a client of that code. */
    public void awaitingClientCalled(String code) {
        ask(Kind.AWAITING, AwaitedKeys.called(code));
    }

    /** Those that wait for a client by what their connection calls it. */
    public void awaitingClientReferredTo(String connection, String externalId) {
        ask(Kind.AWAITING, AwaitedKeys.referredTo(connection, externalId));
    }

    public void ticket(UUID ticketId) {
        ask(Kind.TICKET, ticketId.toString());
    }

    public void ticketReferredTo(UUID connectionId, String externalId) {
        ask(Kind.TICKET_REFERENCE, connectionId + "/" + externalId);
    }

    public void timeEntryReferredTo(UUID connectionId, String externalId) {
        ask(Kind.TIME_ENTRY_REFERENCE, connectionId + "/" + externalId);
    }

    public void ticketsOf(UUID clientId) {
        ask(Kind.CLIENT, clientId.toString());
    }

    /**
     * Those of a client that run, and those that were created since a version began.
     *
     * @param first local date of the version, in whatever zone
     */
    public void ticketsCreatedSince(UUID clientId, LocalDate first) {
        ask(Kind.CLIENT_SINCE, new ClientSince(clientId, first).text());
    }

    /** Those that may be recognised as something else, since the catalogue has changed. */
    public void catalogueChanged() {
        ask(Kind.CATALOGUE, "");
    }

    /** Those whose clocks run or stand still. */
    public void running() {
        ask(Kind.RUNNING, "");
    }

    /** Those on which a connection had no meaning for a name, of the ticket or of a time entry. */
    public void namesOf(UUID connectionId) {
        ask(Kind.NAMES, connectionId.toString());
    }

    private void ask(Kind kind, String subject) {
        rows.ask(tenancy.current(), ids.next(), kind.name(), subject, wall.instant());
    }
}
