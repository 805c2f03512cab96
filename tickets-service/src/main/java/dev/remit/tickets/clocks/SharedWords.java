package dev.remit.tickets.clocks;

import dev.remit.engines.explanation.Explanation;
import dev.remit.engines.explanation.Sentences;
import dev.remit.engines.explanation.Statement;
import dev.remit.engines.sla.EventKind;
import dev.remit.engines.sla.SlaAccount;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.Step;
import dev.remit.kit.tenancy.Caller;
import dev.remit.tickets.history.ChangesOfClient;
import dev.remit.tickets.history.TicketEvent;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Explains clocks as far as the present caller may read it. A client reads nothing of what is noted inside the MSP, and no
 * names from a time at which the ticket was another client's.
 */
@ApplicationScoped
class SharedWords {
    private final ChangesOfClient changes;
    private final Caller caller;

    SharedWords(ChangesOfClient changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    ReadableExplanation explain(SlaAccount account, Ticket ticket, TicketHistory history, ZoneId zone) {
        Explanation explanation = Explanation.of(account, history.notes(), zone);
        if (caller.client().isEmpty()) {
            return new ReadableExplanation(explanation, Stream::of);
        }
        Map<String, Step> steps = account.steps().stream()
                .collect(Collectors.toMap(step -> step.event().key(), Function.identity()));
        Optional<TicketEvent> cameOver = changes.last(ticket);
        Sentences sentences = new Sentences(zone);
        return new ReadableExplanation(
                explanation, statement -> shared(statement, steps.get(statement.event()), cameOver, sentences));
    }

    private static Stream<Statement> shared(
            Statement statement, Step step, Optional<TicketEvent> cameOver, Sentences sentences) {
        if (step == null) {
            return Stream.of(statement);
        }
        if (step.event().kind() == EventKind.INTERNAL_NOTE) {
            return Stream.empty();
        }
        boolean anothers =
                cameOver.filter(change -> isBefore(step.event(), change)).isPresent();
        return Stream.of(anothers ? statement.withoutNotes(sentences) : statement);
    }

    private static boolean isBefore(SlaEvent event, TicketEvent change) {
        return !event.at().isAfter(change.at()) || event.knownAt().isBefore(change.knownAt());
    }
}
