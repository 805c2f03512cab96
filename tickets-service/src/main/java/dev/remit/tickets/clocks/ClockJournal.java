package dev.remit.tickets.clocks;

import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.tickets.evidence.EvidenceKind;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Pin;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what is noticed of clocks. What was written stays: where later facts say otherwise, a correction is
 * added. Each breach, warning and met target of a cycle is written once, whoever notices it.
 */
@ApplicationScoped
class ClockJournal {
    private final ClockNotices notices;
    private final Evidence evidence;
    private final Outbox outbox;
    private final Ids ids;

    ClockJournal(ClockNotices notices, Evidence evidence, Outbox outbox, Ids ids) {
        this.notices = notices;
        this.evidence = evidence;
        this.outbox = outbox;
        this.ids = ids;
    }

    /** Brings the journal up to a reading; the ticket is locked. */
    void write(Ticket ticket, TicketHistory history, SlaReading reading) {
        Map<String, ClockNotice> believed = new LinkedHashMap<>();
        notices.ofTicket(ticket.id()).forEach(line -> believed.put(place(line), line));
        Map<String, Statement> stated = new HashMap<>();
        List<Statement> statements = Statement.of(reading);
        statements.forEach(statement -> stated.put(place(statement), statement));
        List<ClockNotice> written = new ArrayList<>();
        for (ClockNotice line : List.copyOf(believed.values())) {
            correct(ticket, history, reading, line, stated.get(place(line))).ifPresent(written::add);
        }
        for (Statement statement : statements) {
            if (!believed.containsKey(place(statement))) {
                written.add(notice(ticket, reading, statement));
            }
        }
        if (!written.isEmpty()) {
            evidence.append(ticket.id(), EvidenceKind.CLOCK, ReadingProof.of(ticket, history, reading, written));
        }
    }

    private ClockNotice notice(Ticket ticket, SlaReading reading, Statement statement) {
        ClockNotice line = ClockNotice.of(ids.next(), ticket.id(), statement, reading.asOf());
        notices.persist(line);
        announce(ticket, statement, reading.asOf());
        return line;
    }

    private void announce(Ticket ticket, Statement statement, Instant now) {
        UUID client = ticket.pin().map(Pin::clientId).orElse(null);
        UUID id = ticket.id();
        switch (statement.kind()) {
            case WARNED ->
                outbox.append(
                        "ClockWarned",
                        id,
                        new ClockEvents.ClockWarned(
                                id,
                                client,
                                statement.clock(),
                                statement.cycle(),
                                Integer.parseInt(statement.subject()),
                                statement.at()));
            case BREACHED ->
                outbox.append(
                        "ClockBreached",
                        id,
                        new ClockEvents.ClockBreached(
                                id, client, statement.clock(), statement.cycle(), statement.at(), now));
            case MET ->
                outbox.append(
                        "ClockMet",
                        id,
                        new ClockEvents.ClockMet(id, client, statement.clock(), statement.cycle(), statement.at()));
            case CORRECTED -> throw new IllegalStateException("a reading states no corrections");
        }
    }

    /** A warning that came too early stays a warning; a verdict that turns out otherwise is corrected. */
    private Optional<ClockNotice> correct(
            Ticket ticket, TicketHistory history, SlaReading reading, ClockNotice line, Statement now) {
        String stands = now == null ? Statement.NOTHING : now.words();
        if (line.kind() == ClockNotice.Kind.WARNED || line.stands().equals(stands)) {
            return Optional.empty();
        }
        String because = latestNews(history);
        ClockNotice correction = ClockNotice.correction(ids.next(), line, stands, because, reading.asOf());
        notices.persist(correction);
        outbox.append(
                "ClockCorrected",
                ticket.id(),
                new ClockEvents.ClockCorrected(
                        ticket.id(),
                        ticket.pin().map(Pin::clientId).orElse(null),
                        line.clock(),
                        line.cycle(),
                        line.stands(),
                        stands,
                        because));
        return Optional.of(correction);
    }

    private static String latestNews(TicketHistory history) {
        return history.events().stream()
                .max(Comparator.comparing(SlaEvent::knownAt).thenComparing(SlaEvent::key))
                .map(event -> event.kind() + " of " + event.at() + ", known since " + event.knownAt())
                .orElse("");
    }

    private static String place(ClockNotice line) {
        return line.clock() + " " + line.cycle() + " " + line.about();
    }

    private static String place(Statement statement) {
        return statement.clock() + " " + statement.cycle() + " " + statement.about();
    }
}
