package dev.remit.tickets.clocks;

import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.kit.evidence.Evidence;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.tickets.evidence.EvidenceKind;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
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
import java.util.function.Predicate;

/**
 * Writes down what is noticed of clocks. What was written stays: where later facts say otherwise, a correction is
 * added. Each breach, warning and met target of a cycle is written once for each client, whoever notices it.
 */
@ApplicationScoped
class ClockJournal {
    private static final String NOT_THE_CLIENTS = "It is not a ticket of the client under whose terms it ran.";

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

    /** What was written of a ticket, in the order in which it was. */
    List<ClockNotice> lines(Ticket ticket) {
        return ticket.wasSettled() ? notices.ofTicket(ticket.id()) : List.of();
    }

    /**
     * Brings the journal up to a reading; the ticket is locked.
     *
     * @param lines what was written of it before
     */
    void write(Ticket ticket, List<ClockNotice> lines, TicketHistory history, SlaReading reading) {
        UUID client = ticket.pin().orElseThrow().clientId();
        Map<String, ClockNotice> believed =
                believed(lines, line -> line.clientId().equals(client));
        Map<String, ReadingEvent> stated = new HashMap<>();
        List<ReadingEvent> statements = ReadingEvent.of(reading);
        statements.forEach(statement -> stated.put(place(statement), statement));
        List<ClockNotice> written = new ArrayList<>();
        for (ClockNotice line : List.copyOf(believed.values())) {
            ReadingEvent now = stated.get(place(line));
            String stands = now == null ? ReadingEvent.NOTHING : now.words();
            correct(ticket, line, stands, latestNews(history), reading.asOf()).ifPresent(written::add);
        }
        for (ReadingEvent statement : statements) {
            if (!believed.containsKey(client + " " + place(statement))) {
                written.add(notice(ticket, history, reading, statement));
            }
        }
        if (!written.isEmpty()) {
            evidence.append(
                    ticket.id(),
                    EvidenceKind.CLOCK,
                    ReadingProof.facts(ticket, client, written),
                    client.toString(),
                    ReadingProof.state(ticket, history, reading));
        }
    }

    /**
     * Corrects what was said under a client whose ticket it is not; the ticket is locked.
     *
     * @param lines what was written of it before
     */
    void takeBack(Ticket ticket, List<ClockNotice> lines, Instant now) {
        Optional<UUID> client = ticket.pin().map(PinnedTerms::clientId);
        believed(lines, line -> !client.equals(Optional.of(line.clientId())))
                .values()
                .forEach(line -> correct(ticket, line, ReadingEvent.NOTHING, NOT_THE_CLIENTS, now)
                        .ifPresent(correction -> prove(ticket, correction)));
    }

    private void prove(Ticket ticket, ClockNotice correction) {
        evidence.append(
                ticket.id(),
                EvidenceKind.TAKEN_BACK,
                Map.of(
                        "clientId", correction.clientId().toString(),
                        "clock", correction.clock().name(),
                        "cycle", correction.cycle(),
                        "was", correction.was(),
                        "stands", correction.stands(),
                        "because", correction.because()));
    }

    /** The last line of each place, among some of a ticket's. */
    private static Map<String, ClockNotice> believed(List<ClockNotice> lines, Predicate<ClockNotice> which) {
        Map<String, ClockNotice> believed = new LinkedHashMap<>();
        lines.stream().filter(which).forEach(line -> believed.put(line.clientId() + " " + place(line), line));
        return believed;
    }

    private ClockNotice notice(Ticket ticket, TicketHistory history, SlaReading reading, ReadingEvent statement) {
        ClockNotice line = ClockNotice.of(
                ids.next(), ticket.id(), ticket.pin().orElseThrow().clientId(), statement, reading.asOf());
        notices.persist(line);
        announce(ticket, history, statement, reading.asOf());
        return line;
    }

    private void announce(Ticket ticket, TicketHistory history, ReadingEvent statement, Instant now) {
        UUID client = ticket.pin().map(PinnedTerms::clientId).orElse(null);
        UUID id = ticket.id();
        String priority = ticket.priority();
        switch (statement.kind()) {
            case WARNED ->
                outbox.append(
                        "ClockWarned",
                        id,
                        new ClockEvents.ClockWarned(
                                id,
                                client,
                                priority,
                                statement.clock(),
                                statement.cycle(),
                                Integer.parseInt(statement.subject()),
                                statement.at(),
                                coveredAt(history, statement.clock(), now)));
            case BREACHED ->
                outbox.append(
                        "ClockBreached",
                        id,
                        new ClockEvents.ClockBreached(
                                id,
                                client,
                                priority,
                                statement.clock(),
                                statement.cycle(),
                                statement.at(),
                                now,
                                coveredAt(history, statement.clock(), now)));
            case MET ->
                outbox.append(
                        "ClockMet",
                        id,
                        new ClockEvents.ClockMet(
                                id, client, priority, statement.clock(), statement.cycle(), statement.at()));
            case ESCALATED, CORRECTED -> throw new IllegalStateException("a reading states neither");
        }
    }

    /** By the hours in which the clock runs now. */
    static Instant coveredAt(TicketHistory history, ClockKind clock, Instant now) {
        return history.latest()
                .map(terms -> terms.clock(clock).calendar().firstOpen(now))
                .orElse(null);
    }

    /** A warning or an escalation that came too early stays one; a verdict that turns out otherwise is corrected. */
    private Optional<ClockNotice> correct(Ticket ticket, ClockNotice line, String stands, String because, Instant now) {
        if (line.kind() == ClockNotice.Kind.WARNED
                || line.kind() == ClockNotice.Kind.ESCALATED
                || line.stands().equals(stands)) {
            return Optional.empty();
        }
        ClockNotice correction = ClockNotice.correction(ids.next(), line, stands, because, now);
        notices.persist(correction);
        outbox.append(
                "ClockCorrected",
                ticket.id(),
                new ClockEvents.ClockCorrected(
                        ticket.id(),
                        line.clientId(),
                        ticket.priority(),
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

    private static String place(ReadingEvent statement) {
        return statement.clock() + " " + statement.cycle() + " " + statement.about();
    }
}
