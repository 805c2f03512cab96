package dev.remit.tickets.clocks;

import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.ZoneTransitions;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.MessageDelivery;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.PinnedTerms;
import dev.remit.tickets.intake.Ticket;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reading with all that it was computed from: terms, events, the two moments. The engines compute it again from these
 * alone; the hashes beside them lead to the signed document and the snapshot that they come from.
 */
final class ReadingProof {
    private ReadingProof() {}

    /**
     * What stands in each link in full.
     *
     * @param clientId under whose terms the clocks ran
     * @param notices what was noticed in the reading, and is written in the journal with it
     */
    record Facts(UUID clientId, List<Notice> notices, String factsHash, String documentHash) {}

    /** A line of the journal. */
    record Notice(ClockKind clock, String cycle, ClockNotice.Kind notice, String stands, String was, String because) {

        static Notice of(ClockNotice line) {
            return new Notice(line.clock(), line.cycle(), line.kind(), line.stands(), line.was(), line.because());
        }
    }

    /**
     * What grows with the ticket's life: of it a link says only what changed.
     *
     * @param tzdb the version of each zone's rules
     */
    record State(
            List<ZoneTransitions> zones,
            Map<String, String> tzdb,
            SlaTerms terms,
            MessageDelivery messages,
            List<SlaEvent> events,
            SlaReading reading) {}

    static Facts facts(Ticket ticket, UUID client, List<ClockNotice> notices) {
        return new Facts(
                client,
                notices.stream().map(Notice::of).toList(),
                ticket.factsHash(),
                ticket.pin().map(PinnedTerms::documentHash).orElse(null));
    }

    static State state(Ticket ticket, TicketHistory history, SlaReading reading) {
        List<ZoneId> zones = zones(history);
        return new State(
                zones.stream()
                        .map(zone -> rules(zone, ticket.createdAt(), reading))
                        .toList(),
                zones.stream().collect(Collectors.toMap(ZoneId::getId, EngineVersion::tzdb)),
                history.pinned().orElseThrow(),
                history.delivery(),
                history.events(),
                reading);
    }

    /** Those of the calendars by which time was counted: an agreement's hours may be in another zone than the site. */
    private static List<ZoneId> zones(TicketHistory history) {
        Stream<SlaTerms> changed = history.events().stream()
                .map(SlaEvent::fact)
                .filter(Fact.TermsChanged.class::isInstance)
                .map(fact -> ((Fact.TermsChanged) fact).terms());
        return Stream.concat(history.pinned().stream(), changed)
                .flatMap(terms -> terms.clocks().values().stream())
                .map(clock -> clock.calendar().calendar().zone())
                .distinct()
                .sorted(Comparator.comparing(ZoneId::getId))
                .toList();
    }

    /** The zone's rules from the start of the ticket to the last moment that the reading speaks of. */
    private static ZoneTransitions rules(ZoneId zone, Instant from, SlaReading reading) {
        Stream<Instant> dues = reading.clocks().stream()
                .map(ClockReading::cycles)
                .flatMap(List::stream)
                .map(CycleReading::due)
                .filter(Objects::nonNull);
        Instant until = Stream.concat(Stream.of(reading.asOf()), dues)
                .max(Instant::compareTo)
                .orElseThrow();
        return ZoneTransitions.between(zone, from, until);
    }
}
