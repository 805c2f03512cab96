package dev.remit.contracts.agreements.reading;

import dev.remit.contracts.agreements.reading.ReadingFacts.Service;
import dev.remit.contracts.agreements.terms.Clause;
import dev.remit.contracts.agreements.terms.RateCard;
import dev.remit.engines.scope.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The scope rules as a table of what is included, one of what is extra and one of what is not done. */
final class ScopeTables {
    private static final Set<String> SHOWN =
            Set.of("clause", "item", "category", "catchAll", "treatment", "when", "includedVolume");

    private final ReadingFacts facts;

    ScopeTables(ReadingFacts facts) {
        this.facts = facts;
    }

    /**
     * A rule.
     *
     * @param service of what it speaks
     * @param when on what conditions, empty for always
     * @param terms what else it says
     * @param clause that it puts into practice; null where that is not there
     * @param text of the clause, below the last of its rows in a line; null at the others
     */
    record Row(String service, String when, List<String> terms, Clause clause, String text) {

        private Row withText() {
            return clause == null ? this : new Row(service, when, terms, clause, clause.text());
        }
    }

    List<Row> of(Treatment treatment) {
        List<Row> rows = new ArrayList<>();
        for (Object rule : (List<?>) facts.members().getOrDefault("scopeRules", List.of())) {
            Map<?, ?> members = (Map<?, ?>) rule;
            if (treatment.name().equals(members.get("treatment"))) {
                rows.add(new Row(service(members), conditions(members), terms(members), clause(members), null));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            if (i + 1 == rows.size()
                    || !Objects.equals(rows.get(i).clause(), rows.get(i + 1).clause())) {
                rows.set(i, rows.get(i).withText());
            }
        }
        return rows;
    }

    private Clause clause(Map<?, ?> rule) {
        return facts.terms().clauses().stream()
                .filter(clause -> clause.id().equals(rule.get("clause")))
                .findFirst()
                .orElse(null);
    }

    private String service(Map<?, ?> rule) {
        if (rule.get("item") instanceof String item) {
            return name(item);
        }
        if (rule.get("category") instanceof String category) {
            List<String> names = facts.services().stream()
                    .filter(service -> category.equals(service.category()))
                    .map(Service::name)
                    .toList();
            return Words.capital(Words.plain(category)) + (names.isEmpty() ? "" : ": " + Words.all(names));
        }
        return "Everything that no other line names";
    }

    private String name(String item) {
        return facts.services().stream()
                .filter(service -> service.code().equals(item))
                .map(Service::name)
                .findFirst()
                .orElse(item);
    }

    private String conditions(Map<?, ?> rule) {
        List<String> parts = new ArrayList<>();
        if (rule.get("when") instanceof Map<?, ?> when) {
            when.forEach((kind, values) -> parts.add(condition((String) kind, texts(values))));
        }
        return Words.capital(String.join(", ", parts));
    }

    private static List<String> texts(Object values) {
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(values));
    }

    private String condition(String kind, List<String> values) {
        return switch (kind) {
            case "ticketClasses" ->
                "asked for as " + Words.either(values.stream().map(Words::plain).toList());
            case "priorities" -> "at " + Words.either(values);
            case "sites" ->
                "at " + Words.either(values.stream().map(facts::siteName).toList());
            case "bands" -> Words.either(values.stream().map(Words::band).toList());
            case "workTypes" -> "done as " + Words.either(values);
            case "requesters" -> "asked for by " + Words.either(values);
            case "places" ->
                Words.either(values.stream()
                        .map(place -> place.equals("ONSITE") ? "on site" : "remotely")
                        .toList());
            case "roles" -> "by a technician of the role " + Words.either(values);
            default -> Words.plain(kind) + " " + Words.either(values);
        };
    }

    private List<String> terms(Map<?, ?> rule) {
        List<String> terms = new ArrayList<>();
        if (rule.get("includedVolume") instanceof Map<?, ?> volume) {
            terms.add(volume(volume));
        }
        rule.forEach((member, value) -> {
            if (!SHOWN.contains((String) member)) {
                terms.add(term((String) member, value, rule));
            }
        });
        return terms;
    }

    private String term(String member, Object value, Map<?, ?> rule) {
        boolean beyond = rule.containsKey("includedVolume");
        return switch (member) {
            case "workType" -> "charged as " + value + (beyond ? " beyond that" : "");
            case "estimateMinutes" -> "usually takes " + Words.minutes(((Number) value).longValue());
            case "approval" -> approval((String) value);
            case "price" -> price((Map<?, ?>) value, beyond);
            case "surcharge" -> surcharge((Map<?, ?>) value);
            default -> Words.plain(member) + " " + String.join("; ", Words.lines(value));
        };
    }

    private static String volume(Map<?, ?> volume) {
        long count = ((Number) volume.get("count")).longValue();
        String counted = volume.get("unit") == null || "TICKET".equals(volume.get("unit"))
                ? Long.toString(count)
                : Words.count(count, Words.plain((String) volume.get("unit")));
        String visit = "VISIT".equals(volume.get("unit"))
                ? "; all that a technician does of it at a site on a day is one visit"
                : "";
        String period = "TERM".equals(volume.get("period"))
                ? " for the term"
                : " a " + Words.plain((String) volume.get("period"));
        String shared = "CATEGORY".equals(volume.get("of")) ? ", for all services of the category together" : "";
        String carried = Boolean.TRUE.equals(volume.get("carry")) ? "; what is left goes into the next period" : "";
        return counted + period + " included" + shared + visit + carried;
    }

    private String price(Map<?, ?> price, boolean beyond) {
        String amount = amount(price);
        return switch ((String) price.get("kind")) {
            case "FIXED" -> "a fixed price of " + amount + (beyond ? " for each beyond that" : " for all of it");
            case "PER_UNIT" ->
                amount + " for each " + Objects.requireNonNullElse(price.get("unit"), "unit") + " that we count"
                        + (beyond ? " beyond that" : "");
            default -> "charged by the hour" + (beyond ? " beyond that" : "");
        };
    }

    private String surcharge(Map<?, ?> surcharge) {
        return "CALL_OUT".equals(surcharge.get("kind"))
                ? "plus a call-out of " + amount(surcharge) + " a day"
                : "plus what the rate card adds outside business hours";
    }

    private String amount(Map<?, ?> priced) {
        Object own = priced.get("currency");
        RateCard card = facts.terms().rateCard();
        Object currency = own != null || card == null ? own : card.currency();
        return priced.get("amount") + (currency == null ? "" : " " + currency);
    }

    private static String approval(String approval) {
        return switch (approval) {
            case "REQUIRED" -> "only after your approval";
            case "NOT_REQUIRED" -> "without asking for approval";
            default -> "approval " + Words.plain(approval);
        };
    }
}
