package dev.remit.tickets.clocks;

import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.evidence.ZoneTransitions;
import dev.remit.engines.sla.ClockReading;
import dev.remit.engines.sla.CycleReading;
import dev.remit.engines.sla.Fact;
import dev.remit.engines.sla.ReadingJson;
import dev.remit.engines.sla.SlaEvent;
import dev.remit.engines.sla.SlaJson;
import dev.remit.engines.sla.SlaReading;
import dev.remit.engines.sla.SlaTerms;
import dev.remit.tickets.history.TicketHistory;
import dev.remit.tickets.intake.Pin;
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

    /** @param notices what was noticed in the reading, and is written in the journal with it */
    static Map<String, Object> facts(Ticket ticket, UUID client, List<ClockNotice> notices) {
        return new Members()
                .text("clientId", client)
                .put("notices", notices.stream().map(ReadingProof::notice).toList())
                .put("factsHash", ticket.factsHash())
                .put("documentHash", ticket.pin().map(Pin::documentHash).orElse(null))
                .map();
    }

    /** What grows with the ticket's life: of it a link says only what changed. */
    static Map<String, Object> state(Ticket ticket, TicketHistory history, SlaReading reading) {
        List<ZoneId> zones = zones(history);
        return new Members()
                .put(
                        "zones",
                        zones.stream()
                                .map(zone -> rules(zone, ticket.createdAt(), reading))
                                .toList())
                .put("tzdb", zones.stream().collect(Collectors.toMap(ZoneId::getId, EngineVersion::tzdb)))
                .put("terms", SlaJson.write(history.pinned().orElseThrow()))
                .text("messages", history.delivery())
                .put("events", history.events().stream().map(SlaJson::write).toList())
                .put("reading", ReadingJson.write(reading))
                .map();
    }

    private static Map<String, Object> notice(ClockNotice line) {
        return new Members()
                .text("clock", line.clock())
                .put("cycle", line.cycle())
                .text("notice", line.kind())
                .put("stands", line.stands())
                .put("was", line.was())
                .put("because", line.because())
                .map();
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
    private static Map<String, Object> rules(ZoneId zone, Instant from, SlaReading reading) {
        Stream<Instant> dues = reading.clocks().stream()
                .map(ClockReading::cycles)
                .flatMap(List::stream)
                .map(CycleReading::due)
                .filter(Objects::nonNull);
        Instant until = Stream.concat(Stream.of(reading.asOf()), dues)
                .max(Instant::compareTo)
                .orElseThrow();
        return ZoneTransitions.between(zone, from, until).toJson();
    }
}
