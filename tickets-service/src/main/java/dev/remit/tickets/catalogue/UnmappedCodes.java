package dev.remit.tickets.catalogue;

import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.engines.catalogue.WorkDescription;
import dev.remit.engines.scope.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists the codes that somebody should map, as the catalogue is now. */
@ApplicationScoped
class UnmappedCodes {
    /** More different codes than an MSP looks through; those of which there are most are told. */
    static final int MOST = 500;

    private static final String COUNTS = """
            select t.connectionName, w.sourceType, w.sourceSubtype, w.sourceItem, w.verdict, count(w), max(t.createdAt)
            from WorkItem w join Ticket t on t.id = w.ticketId
            where w.unmapped = true
            group by t.connectionName, w.sourceType, w.sourceSubtype, w.sourceItem, w.verdict
            order by count(w) desc, t.connectionName, w.sourceType, w.sourceSubtype, w.sourceItem
            """;

    private final EntityManager entities;
    private final Catalogue catalogue;

    UnmappedCodes(EntityManager entities, Catalogue catalogue) {
        this.entities = entities;
        this.catalogue = catalogue;
    }

    private record Code(String connection, String type, String subtype, String item) {}

    private record Count(
            String connection,
            String type,
            String subtype,
            String item,
            Verdict verdict,
            long tickets,
            Instant lastTicketAt) {

        Code code() {
            return new Code(connection, type, subtype, item);
        }
    }

    /** Those on most tickets first. */
    List<UnmappedCode> list() {
        ServiceCatalogue now = catalogue.current();
        Map<Code, List<Count>> counts = new LinkedHashMap<>();
        entities.createQuery(COUNTS, Count.class)
                .setMaxResults(MOST)
                .getResultStream()
                .filter(count -> now.isUnmapped(WorkDescription.ofCodes(count.type(), count.subtype(), count.item())))
                .forEach(count -> counts.computeIfAbsent(count.code(), any -> new ArrayList<>())
                        .add(count));
        return counts.entrySet().stream()
                .map(entry -> sum(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(UnmappedCode::tickets).reversed())
                .toList();
    }

    private static UnmappedCode sum(Code code, List<Count> counts) {
        Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
        counts.stream()
                .filter(count -> count.verdict() != null)
                .forEach(count -> verdicts.merge(count.verdict(), count.tickets(), Long::sum));
        return new UnmappedCode(
                code.connection(),
                code.type(),
                code.subtype(),
                code.item(),
                counts.stream().mapToLong(Count::tickets).sum(),
                verdicts,
                counts.stream()
                        .map(Count::lastTicketAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }
}
