package dev.remit.billing.extras;

import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.ApprovedQuote;
import dev.remit.engines.ledger.Outcome;
import dev.remit.engines.money.Money;
import dev.remit.engines.rating.RatingCase;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What changed of a ticket's unpublished lines, with everything that it was computed from: the work that was rated
 * together, its terms and calendar, the approved cap and what was billed before. A line that is not named stands as an
 * earlier link has it, so that the engines compute every line again from the links of a chain alone.
 */
final class RatedProof {
    private final StoredBook book;
    private final Outcome outcome;
    private final String cause;
    private final LineChanges changes;

    RatedProof(StoredBook book, Outcome outcome, String cause, LineChanges changes) {
        this.book = book;
        this.outcome = outcome;
        this.cause = cause;
        this.changes = changes;
    }

    /**
     * What a link says of a ticket.
     *
     * @param facts what stands in the link in full
     * @param groups the state of all work of the ticket that is rounded together, of which the link says what changed;
     *     null where it rests on none
     */
    record Proof(Facts facts, Map<String, Object> groups) {}

    /**
     * What stands in the link.
     *
     * @param tzdb the version of each zone's rules by which anything was rated
     * @param cases work of one entry
     * @param dropped unpublished lines that are no more
     */
    record Facts(
            String cause,
            UUID clientId,
            Map<String, String> tzdb,
            List<RatingCase> cases,
            List<ProvenCap> caps,
            List<ProvenLine> lines,
            List<UUID> dropped) {}

    /** One proof for each ticket of which any line is new. */
    Map<UUID, Proof> byTicket() {
        Map<UUID, Proof> proofs = new TreeMap<>();
        Map<UUID, List<Extra>> changed = new TreeMap<>();
        changes.events()
                .keySet()
                .forEach(line -> changed.computeIfAbsent(line.basis().ticketId(), k -> new ArrayList<>()));
        changes.changed().forEach(line -> changed.get(line.basis().ticketId()).add(line));
        changed.forEach((ticket, lines) -> proofs.put(ticket, of(ticket, lines)));
        return proofs;
    }

    private Proof of(UUID ticket, List<Extra> lines) {
        Works alone = new Works();
        Works groups = new Works();
        lines.stream().map(this::ratedNow).filter(Objects::nonNull).forEach(work -> (isGroup(work) ? groups : alone)
                .add(work));
        boolean grouped = !groups.isEmpty();
        if (grouped) {
            groups.clear();
            changes.unpublished().stream()
                    .filter(line -> line.basis().ticketId().equals(ticket))
                    .map(line -> outcome.cases().get(line.key()))
                    .filter(work -> work != null && isGroup(work))
                    .forEach(groups::add);
        }
        Facts facts = new Facts(
                cause,
                book.clientId(),
                zones(Stream.concat(alone.all().stream(), groups.all().stream()).toList()),
                List.copyOf(alone.all()),
                caps(lines),
                lines.stream()
                        .map(line -> ProvenLine.of(
                                line,
                                changes.events().get(line),
                                changes.isRevalued(line) ? outcome.charges().get(line.key()) : null,
                                alone.placeOf(ratedNow(line)),
                                groups.placeOf(ratedNow(line))))
                        .toList(),
                dropped(ticket));
        return new Proof(facts, grouped ? Map.of("groups", List.copyOf(groups.all())) : null);
    }

    private static boolean isGroup(RatingCase work) {
        return work.entries().size() > 1;
    }

    /** Distinct works in the order of their lines; an outcome has one object for each. */
    private static final class Works {
        private final Map<RatingCase, Integer> places = new IdentityHashMap<>();
        private final List<RatingCase> all = new ArrayList<>();

        void add(RatingCase work) {
            if (places.putIfAbsent(work, all.size()) == null) {
                all.add(work);
            }
        }

        void clear() {
            places.clear();
            all.clear();
        }

        boolean isEmpty() {
            return all.isEmpty();
        }

        List<RatingCase> all() {
            return all;
        }

        /** Null for one that is not among them. */
        Integer placeOf(RatingCase work) {
            return work == null ? null : places.get(work);
        }
    }

    /** What a line was rated with, if its value is news; else an earlier link has it. */
    private RatingCase ratedNow(Extra line) {
        return changes.isRevalued(line) ? outcome.cases().get(line.key()) : null;
    }

    private static Map<String, String> zones(List<RatingCase> cases) {
        Map<String, String> zones = new TreeMap<>();
        for (RatingCase work : cases) {
            ZoneId zone = work.terms().calendar().calendar().zone();
            zones.put(zone.getId(), EngineVersion.tzdb(zone));
        }
        return zones;
    }

    private List<ProvenCap> caps(List<Extra> lines) {
        Map<UUID, ProvenCap> caps = new LinkedHashMap<>();
        for (Extra line : lines) {
            UUID workItem = line.basis().workItemId();
            Approvals approvals =
                    workItem == null ? null : outcome.facts().approvals().get(workItem);
            if (approvals != null && approvals.cap().isPresent()) {
                caps.computeIfAbsent(workItem, id -> cap(id, approvals));
            }
        }
        return List.copyOf(caps.values());
    }

    private ProvenCap cap(UUID workItem, Approvals approvals) {
        Money cap = approvals.cap().orElseThrow();
        return new ProvenCap(
                workItem,
                cap.currency().code(),
                cap.amount(),
                outcome.facts().billed(workItem).in(cap.currency()).amount(),
                approvals.approved().stream().map(ApprovedQuote::quoteId).toList(),
                approvals.approved().stream()
                        .map(quote -> ProvenCap.Approval.of(quote, book.decider(quote.quoteId())))
                        .toList());
    }

    private List<UUID> dropped(UUID ticket) {
        List<UUID> dropped = new ArrayList<>();
        changes.events().forEach((line, change) -> {
            if (change == LineEvent.DROPPED && line.basis().ticketId().equals(ticket)) {
                dropped.add(line.id());
            }
        });
        return dropped;
    }
}
