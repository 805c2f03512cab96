package dev.remit.billing.extras;

import dev.remit.billing.approvals.Decider;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.ledger.Approvals;
import dev.remit.engines.ledger.ApprovedQuote;
import dev.remit.engines.ledger.Outcome;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingJson;
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
    record Proof(Map<String, Object> facts, Map<String, Object> groups) {}

    /** One proof for each ticket of which any line is new. */
    Map<UUID, Proof> byTicket() {
        Map<UUID, Proof> proofs = new TreeMap<>();
        Map<UUID, List<Extra>> changed = new TreeMap<>();
        changes.events()
                .keySet()
                .forEach(line -> changed.computeIfAbsent(line.basis.ticketId(), k -> new ArrayList<>()));
        changes.changed().forEach(line -> changed.get(line.basis.ticketId()).add(line));
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
                    .filter(line -> line.basis.ticketId().equals(ticket))
                    .map(line -> outcome.cases().get(line.key()))
                    .filter(work -> work != null && isGroup(work))
                    .forEach(groups::add);
        }
        Map<String, Object> facts = new Members()
                .put("cause", cause)
                .text("clientId", book.clientId())
                .put(
                        "tzdb",
                        zones(Stream.concat(alone.all().stream(), groups.all().stream())
                                .toList()))
                .put("cases", alone.json())
                .put("caps", caps(lines))
                .put(
                        "lines",
                        lines.stream()
                                .map(line -> line(line, alone.placeOf(ratedNow(line)), groups.placeOf(ratedNow(line))))
                                .toList())
                .put("dropped", dropped(ticket))
                .map();
        return new Proof(facts, grouped ? Map.of("groups", groups.json()) : null);
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

        List<Map<String, Object>> json() {
            return all.stream().map(RatingJson::write).toList();
        }
    }

    /** What a line was rated with, if its value is news; else an earlier link has it. */
    private RatingCase ratedNow(Extra line) {
        return changes.isRevalued(line) ? outcome.cases().get(line.key()) : null;
    }

    private static Map<String, Object> zones(List<RatingCase> cases) {
        Map<String, Object> zones = new TreeMap<>();
        for (RatingCase work : cases) {
            ZoneId zone = work.terms().calendar().calendar().zone();
            zones.put(zone.getId(), EngineVersion.tzdb(zone));
        }
        return zones;
    }

    private List<Map<String, Object>> caps(List<Extra> lines) {
        Map<UUID, Map<String, Object>> caps = new LinkedHashMap<>();
        for (Extra line : lines) {
            UUID workItem = line.basis.workItemId();
            Approvals approvals =
                    workItem == null ? null : outcome.facts().approvals().get(workItem);
            if (approvals != null && approvals.currency().isPresent()) {
                caps.computeIfAbsent(workItem, id -> cap(id, approvals));
            }
        }
        return List.copyOf(caps.values());
    }

    private Map<String, Object> cap(UUID workItem, Approvals approvals) {
        MinorUnits currency = MinorUnits.of(approvals.currency().orElseThrow());
        return new Members()
                .text("workItemId", workItem)
                .put("currency", currency.code())
                .put("cap", currency.format(approvals.capMinor()))
                .put(
                        "billedBefore",
                        currency.format(outcome.facts()
                                .billed()
                                .getOrDefault(workItem, Map.of())
                                .getOrDefault(currency.code(), 0L)))
                .put(
                        "quotes",
                        approvals.approved().stream()
                                .map(quote -> quote.quoteId().toString())
                                .toList())
                .put(
                        "approvals",
                        approvals.approved().stream().map(this::approval).toList())
                .map();
    }

    private Map<String, Object> approval(ApprovedQuote approved) {
        Decider by = book.decider(approved.quoteId());
        return new Members()
                .text("quoteId", approved.quoteId())
                .put("name", by.name())
                .put("email", by.email())
                .put("login", by.login())
                .put("subject", by.subject())
                .put("role", by.role())
                .put("method", by.method())
                .text("at", approved.approvedAt())
                .map();
    }

    private Map<String, Object> line(Extra line, Integer alone, Integer group) {
        FigureColumns figures = line.figures;
        LineBasis basis = line.basis;
        Members members = new Members()
                .text("extraId", line.id)
                .text("change", changes.events().get(line))
                .text("timeEntryId", line.timeEntryId)
                .text("start", basis.workStartedAt())
                .put("number", figures.lineNumber())
                .text("workItemId", basis.workItemId())
                .text("origin", line.origin)
                .text("refersTo", line.refersTo)
                .text("kind", line.kind)
                .text("band", figures.band())
                .put("minutes", figures.minutes())
                .text("heldReason", figures.heldReason())
                .put("arithmetic", figures.arithmetic())
                .text("rulingId", basis.rulingId())
                .put("clause", basis.clauseId())
                .put("rateClause", basis.rateClauseId())
                .put("documentHash", basis.documentHash())
                .text("quoteId", basis.quoteId())
                .put("factsHash", basis.factsHash())
                .put("case", alone)
                .put("group", group);
        if (figures.currency() != null) {
            MinorUnits currency = MinorUnits.of(figures.currency());
            members.put("currency", figures.currency())
                    .put("amount", currency.format(figures.amountMinor()))
                    .put("billed", currency.format(figures.billedMinor()))
                    .put("overCap", currency.format(figures.overCapMinor()));
        }
        return members.map();
    }

    private List<String> dropped(UUID ticket) {
        List<String> dropped = new ArrayList<>();
        changes.events().forEach((line, change) -> {
            if (change == LineEvent.DROPPED && line.basis.ticketId().equals(ticket)) {
                dropped.add(line.id.toString());
            }
        });
        return dropped;
    }
}
