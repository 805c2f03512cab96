package dev.remit.tickets.worklog;

import dev.remit.engines.evidence.Sha256;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.connections.Connections;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import dev.remit.tickets.workitems.WorkItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that decides, beside a time entry itself, what is made of it: whoever was settled under the same circumstances would
 * be settled in the same way again.
 */
@ApplicationScoped
class SettlingInputs {
    private final Agreements agreements;
    private final Connections connections;

    SettlingInputs(Agreements agreements, Connections connections) {
        this.agreements = agreements;
        this.connections = connections;
    }

    /** A hash of those of a ticket's entries. */
    String of(Ticket ticket, List<WorkItem> items) {
        Optional<PinnedTerms> pin = ticket.pin();
        List<Object> parts = new ArrayList<>();
        parts.add(ticket.id());
        parts.add(ticket.state());
        parts.add(ticket.createdAt());
        parts.add(ticket.connectionName());
        parts.add(connections.require(ticket.connectionId()).version());
        parts.add(pin);
        parts.add(pin.flatMap(known -> agreements.of(known.clientId()).firstDay()));
        parts.add(pin.filter(PinnedTerms::hasTerms)
                .flatMap(known -> agreements.terms(known.documents()))
                .isPresent());
        items.forEach(item -> parts.add(List.of(item.id(), String.valueOf(item.verdict()))));
        return Sha256.hex(parts.toString().getBytes(StandardCharsets.UTF_8));
    }
}
