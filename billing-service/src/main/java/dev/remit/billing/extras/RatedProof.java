package dev.remit.billing.extras;

import dev.remit.billing.approvals.Authority;
import dev.remit.billing.approvals.Authority.Approved;
import dev.remit.billing.approvals.Decider;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingJson;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What changed of a ticket's unpublished lines, with everything that it was computed from: the work that was rated
 * together, its terms and calendar, the approved cap and what was billed before. A line that is not named stands as an
 * earlier link has it, so that the engines compute every line again from the links of a chain alone.
 */
final class RatedProof {
    private final Book book;
    private final BookFold.Outcome outcome;
    private final String cause;
    private final BookKeeper.Rewrite rewrite;

    RatedProof(Book book, BookFold.Outcome outcome, String cause, BookKeeper.Rewrite rewrite) {
        this.book = book;
        this.outcome = outcome;
        this.cause = cause;
        this.rewrite = rewrite;
    }

    /** One proof for each ticket of which any line is new. */
    Map<UUID, Map<String, Object>> byTicket() {
        Map<UUID, Map<String, Object>> proofs = new TreeMap<>();
        Map<UUID, List<Extra>> changed = new TreeMap<>();
        rewrite.news.keySet().forEach(line -> changed.computeIfAbsent(line.grounds.ticketId(), k -> new ArrayList<>()));
        for (Extra line : rewrite.standing) {
            if (rewrite.news.containsKey(line)) {
                changed.get(line.grounds.ticketId()).add(line);
            }
        }
        changed.forEach((ticket, lines) -> proofs.put(ticket, of(ticket, lines)));
        return proofs;
    }

    private Map<String, Object> of(UUID ticket, List<Extra> lines) {
        Map<RatingCase, Integer> cases = new LinkedHashMap<>();
        for (Extra line : lines) {
            RatingCase work = ratedNow(line);
            if (work != null) {
                cases.putIfAbsent(work, cases.size());
            }
        }
        return new Members()
                .put("cause", cause)
                .text("clientId", book.clientId())
                .put("tzdb", zones(cases.keySet()))
                .put("cases", cases.keySet().stream().map(RatingJson::write).toList())
                .put("caps", caps(lines))
                .put(
                        "lines",
                        lines.stream()
                                .map(line -> line(line, cases.get(ratedNow(line))))
                                .toList())
                .put("dropped", dropped(ticket))
                .map();
    }

    /** What a line was rated with, if its value is news; else an earlier link has it. */
    private RatingCase ratedNow(Extra line) {
        return rewrite.revalued.contains(line)
                ? outcome.rated().get(line.draft().key())
                : null;
    }

    private static Map<String, Object> zones(Set<RatingCase> cases) {
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
            UUID workItem = line.grounds.workItemId();
            Authority authority = workItem == null ? null : book.authorities().get(workItem);
            if (authority != null && authority.currency().isPresent()) {
                caps.computeIfAbsent(workItem, id -> cap(id, authority));
            }
        }
        return List.copyOf(caps.values());
    }

    private Map<String, Object> cap(UUID workItem, Authority authority) {
        MinorUnits currency = MinorUnits.of(authority.currency().orElseThrow());
        return new Members()
                .text("workItemId", workItem)
                .put("currency", currency.code())
                .put("cap", currency.format(authority.capMinor()))
                .put(
                        "billedBefore",
                        currency.format(
                                book.billed().getOrDefault(workItem, Map.of()).getOrDefault(currency.code(), 0L)))
                .put(
                        "quotes",
                        authority.approved().stream()
                                .map(quote -> quote.quoteId().toString())
                                .toList())
                .put(
                        "approvals",
                        authority.approved().stream().map(RatedProof::approval).toList())
                .map();
    }

    private static Map<String, Object> approval(Approved approved) {
        Decider by = approved.by();
        return new Members()
                .text("quoteId", approved.quoteId())
                .put("name", by.name())
                .put("email", by.email())
                .put("login", by.login())
                .put("subject", by.subject())
                .put("role", by.role())
                .put("method", by.method())
                .text("at", approved.at())
                .map();
    }

    private Map<String, Object> line(Extra line, Integer ratedIn) {
        Figures figures = line.figures;
        Grounds grounds = line.grounds;
        Members members = new Members()
                .text("extraId", line.id)
                .text("change", rewrite.news.get(line))
                .text("timeEntryId", line.timeEntryId)
                .text("start", grounds.workStartedAt())
                .put("number", figures.lineNumber())
                .text("workItemId", grounds.workItemId())
                .text("origin", line.origin)
                .text("refersTo", line.refersTo)
                .text("kind", line.kind)
                .text("band", figures.band())
                .put("minutes", figures.minutes())
                .text("heldReason", figures.heldReason())
                .put("arithmetic", figures.arithmetic())
                .text("rulingId", grounds.rulingId())
                .put("clause", grounds.clauseId())
                .put("rateClause", grounds.rateClauseId())
                .put("documentHash", grounds.documentHash())
                .text("quoteId", grounds.quoteId())
                .put("factsHash", grounds.factsHash())
                .put("case", ratedIn);
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
        rewrite.news.forEach((line, change) -> {
            if (change == Change.DROPPED && line.grounds.ticketId().equals(ticket)) {
                dropped.add(line.id.toString());
            }
        });
        return dropped;
    }
}
