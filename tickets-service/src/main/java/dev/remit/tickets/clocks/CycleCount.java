package dev.remit.tickets.clocks;

import dev.remit.engines.compliance.ContestedClock;
import dev.remit.engines.compliance.CountedClock;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.kit.ids.Ids;
import dev.remit.tickets.agreements.Agreements;
import dev.remit.tickets.agreements.CompiledTerms;
import dev.remit.tickets.clocks.CountedCycle.Place;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps of each ticket the runs of its clocks that count in compliance. They are brought to what is known whenever the ticket
 * is looked at, so that a late fact corrects them; a ticket of which none counts, or of which none counts otherwise than before,
 * costs no statement.
 */
@ApplicationScoped
class CycleCount {
    private final CountedCycles cycles;
    private final ContestedCycles contested;
    private final Agreements agreements;
    private final PastPriorities priorities;
    private final Ids ids;

    CycleCount(
            CountedCycles cycles,
            ContestedCycles contested,
            Agreements agreements,
            PastPriorities priorities,
            Ids ids) {
        this.cycles = cycles;
        this.contested = contested;
        this.agreements = agreements;
        this.priorities = priorities;
        this.ids = ids;
    }

    /** Brings what is stored of a ticket to a reading; the ticket is locked. */
    void bring(Ticket ticket, Optional<TicketHistory> history, Optional<SlaReading> reading) {
        Map<CountedClock, Place> counted = new LinkedHashMap<>();
        reading.ifPresent(read -> {
            List<CountedClock> clocks =
                    CountedClock.of(read, history.orElseThrow().events());
            if (!clocks.isEmpty()) {
                Places places = new Places(ticket, history.orElseThrow());
                clocks.forEach(clock -> counted.put(clock, places.of(clock.at())));
            }
        });
        String hash = counted.isEmpty() ? null : Sha256.hex(counted.toString().getBytes(StandardCharsets.UTF_8));
        if (!Objects.equals(hash, ticket.countedClocks())) {
            store(ticket, counted);
            ticket.countClocks(hash);
        }
    }

    /**
     * Brings what is stored of the runs that would count otherwise if what the client contests were upheld; the ticket is
     * locked.
     *
     * @param ifUpheld the reading as it would be; empty where nothing is contested
     */
    void bringContested(
            Ticket ticket,
            Optional<TicketHistory> history,
            Optional<SlaReading> reading,
            Optional<SlaReading> ifUpheld) {
        if (!ticket.wasContested()) {
            return;
        }
        List<ContestedCycle> now = ifUpheld.map(would -> sides(ticket, history.orElseThrow(), reading, would))
                .orElse(List.of());
        List<ContestedCycle> stored = contested.ofTicket(ticket.id());
        if (!words(stored).equals(words(now))) {
            stored.forEach(contested::delete);
            contested.persist(now);
        }
    }

    private static Set<String> words(List<ContestedCycle> sides) {
        return sides.stream().map(ContestedCycle::words).collect(Collectors.toSet());
    }

    private List<ContestedCycle> sides(
            Ticket ticket, TicketHistory history, Optional<SlaReading> reading, SlaReading would) {
        Places places = new Places(ticket, history);
        List<SlaEvent> upheld = history.eventsIfUpheld().orElseThrow();
        List<ContestedCycle> sides = new ArrayList<>();
        for (ContestedClock clock : ContestedClock.between(
                CountedClock.of(reading.orElseThrow(), history.events()), CountedClock.of(would, upheld))) {
            clock.is().ifPresent(is -> sides.add(side(ticket, is, false, places)));
            clock.would().ifPresent(other -> sides.add(side(ticket, other, true, places)));
        }
        return sides;
    }

    private ContestedCycle side(Ticket ticket, CountedClock clock, boolean ifUpheld, Places places) {
        return new ContestedCycle(ids.next(), ticket.id(), clock, ifUpheld, places.of(clock.at()));
    }

    private void store(Ticket ticket, Map<CountedClock, Place> counted) {
        Map<String, CountedCycle> gone = new HashMap<>();
        if (ticket.countedClocks() != null) {
            cycles.ofTicket(ticket.id()).forEach(stored -> gone.put(stored.clock() + " " + stored.cycle(), stored));
        }
        counted.forEach((clock, place) -> {
            CountedCycle stored = gone.remove(clock.clock() + " " + clock.cycle());
            if (stored == null) {
                cycles.persist(new CountedCycle(ids.next(), ticket.id(), clock, place));
            } else {
                stored.take(clock, place);
            }
        });
        gone.values().forEach(cycles::delete);
    }

    /** Under what a ticket's clocks count: whose they are, for whose promise, by which zone's dates and at which priority. */
    private final class Places {
        private final Ticket ticket;
        private final TicketHistory history;
        private final UUID client;
        private final UUID agreement;
        private final ZoneId zone;

        Places(Ticket ticket, TicketHistory history) {
            PinnedTerms pin = ticket.pin().orElseThrow();
            CompiledTerms terms = agreements.terms(pin.documents()).orElseThrow();
            this.ticket = ticket;
            this.history = history;
            client = pin.clientId();
            agreement = terms.promising(ticket.ruledUnder()).document().agreementId();
            zone = terms.zone(null, pin.zone());
        }

        Place of(Instant at) {
            return new Place(client, agreement, priorities.at(ticket, history, at), LocalDate.ofInstant(at, zone));
        }
    }
}
