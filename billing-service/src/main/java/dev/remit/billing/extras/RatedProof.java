package dev.remit.billing.extras;

import dev.remit.billing.approvals.Authority;
import dev.remit.engines.evidence.EngineVersion;
import dev.remit.engines.evidence.Members;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.rating.RatingCase;
import dev.remit.engines.rating.RatingJson;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A ticket's unpublished lines with everything that they were computed from: the work that was rated together, its terms
 * and calendar, the approved cap and what was billed before. The engines compute the lines again from these alone.
 */
final class RatedProof {
    private final Book book;
    private final BookFold.Outcome outcome;
    private final String cause;
    private final List<Extra> standing;
    private final Map<Extra, Change> news;

    /**
     * @param standing every unpublished line, in the order in which they use caps up
     * @param news the lines that something happened to
     */
    RatedProof(Book book, BookFold.Outcome outcome, String cause, List<Extra> standing, Map<Extra, Change> news) {
        this.book = book;
        this.outcome = outcome;
        this.cause = cause;
        this.standing = standing;
        this.news = news;
    }

    /** One proof for each ticket of which any line is new. */
    Map<UUID, Map<String, Object>> byTicket() {
        Map<UUID, Map<String, Object>> proofs = new TreeMap<>();
        news.keySet().forEach(line -> proofs.computeIfAbsent(line.grounds.ticketId(), this::of));
        return proofs;
    }

    private Map<String, Object> of(UUID ticket) {
        List<Extra> lines = standing.stream()
                .filter(line -> line.grounds.ticketId().equals(ticket))
                .toList();
        Set<RatingCase> rated = new LinkedHashSet<>();
        lines.stream().map(this::ratedNow).filter(Objects::nonNull).forEach(rated::add);
        List<RatingCase> cases = List.copyOf(rated);
        return new Members()
                .put("cause", cause)
                .put("tzdb", zones(cases))
                .put("cases", cases.stream().map(RatingJson::write).toList())
                .put("caps", caps(lines))
                .put(
                        "lines",
                        lines.stream()
                                .map(line -> line(line, position(cases, ratedNow(line))))
                                .toList())
                .put("dropped", dropped(ticket))
                .map();
    }

    /** What a line was rated with, if that is news. */
    private RatingCase ratedNow(Extra line) {
        return news.containsKey(line) ? outcome.rated().get(line.draft().key()) : null;
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
            UUID workItem = line.grounds.workItemId();
            Authority authority = workItem == null ? null : book.authorities().get(workItem);
            if (authority != null && authority.isGranted()) {
                caps.computeIfAbsent(workItem, id -> cap(id, authority));
            }
        }
        return List.copyOf(caps.values());
    }

    private Map<String, Object> cap(UUID workItem, Authority authority) {
        MinorUnits currency = MinorUnits.of(authority.approved().getFirst().currency());
        return new Members()
                .text("workItemId", workItem)
                .put("currency", currency.code())
                .put("cap", currency.format(authority.capMinor()))
                .put("billedBefore", currency.format(book.billedMinor().getOrDefault(workItem, 0L)))
                .put(
                        "quotes",
                        authority.approved().stream()
                                .map(quote -> quote.quoteId().toString())
                                .toList())
                .map();
    }

    private static Integer position(List<RatingCase> cases, RatingCase work) {
        return work == null ? null : cases.indexOf(work);
    }

    private Map<String, Object> line(Extra line, Integer ratedIn) {
        Figures figures = line.figures;
        Grounds grounds = line.grounds;
        Members members = new Members()
                .text("extraId", line.id)
                .text("change", news.get(line))
                .text("timeEntryId", line.timeEntryId)
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
        news.forEach((line, change) -> {
            if (change == Change.DROPPED && line.grounds.ticketId().equals(ticket)) {
                dropped.add(line.id.toString());
            }
        });
        return dropped;
    }
}
