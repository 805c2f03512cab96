package dev.remit.engines.ledger;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.agreement.SiteZone;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.scope.CompiledScope;
import dev.remit.engines.scope.ScopesInForce;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** A signed master and up to two addenda, with rules at random; an addendum has a rate card of its own or that of its master. */
final class RandomAgreements {
    static final List<String> ITEMS = List.of("cabling", "office-move", "password", "printer");
    private static final Map<String, String> CATEGORIES =
            Map.of("cabling", "projects", "office-move", "projects", "password", "support", "printer", "support");
    private static final int MOST_RULES = 9;

    private final Random random;
    private final List<SignedVersion> versions = new ArrayList<>();
    private final List<CompiledScope> scopes = new ArrayList<>();
    private final CompiledCalendar hours;

    RandomAgreements(long seed) {
        random = new Random(seed);
        int addenda = random.nextInt(3);
        IntStream.rangeClosed(0, addenda).forEach(this::sign);
        hours = versions.getFirst().ratingTerms(SiteZone.in(Firm.NEW_YORK)).calendar();
    }

    SignedVersions versions() {
        return new SignedVersions(versions);
    }

    String masterHash() {
        return versions.getFirst().documentHash();
    }

    ScopesInForce scopes() {
        return new ScopesInForce(scopes.getFirst(), scopes.subList(1, scopes.size()));
    }

    /** By which all of them cut work into bands. */
    CompiledCalendar hours() {
        return hours;
    }

    private void sign(int number) {
        Map<String, Object> document = new LinkedHashMap<>(Map.of(
                "schema",
                AgreementDocument.SCHEMA,
                "kind",
                number == 0 ? "MASTER" : "ADDENDUM",
                "agreementId",
                id(number),
                "tenant",
                new UUID(0, 1).toString(),
                "client",
                Map.of("id", PlannedEntries.CLIENT.toString(), "code", "firm", "name", "Firm"),
                "title",
                "Agreement " + number,
                "version",
                1,
                "effectiveFrom",
                "2026-01-01",
                "signatures",
                List.of()));
        document.put("catalogue", ITEMS.stream().map(RandomAgreements::item).toList());
        document.put("scopeRules", rules(number));
        document.put(
                "clauses",
                IntStream.range(0, MOST_RULES)
                        .mapToObj(i -> Map.of("id", number + "." + i))
                        .toList());
        if (number == 0) {
            document.put("calendars", CanonicalJson.parse(Firm.CALENDARS.getBytes(StandardCharsets.UTF_8)));
            document.put("coverage", Map.of("clause", "0.0", "calendar", "office-hours"));
        } else {
            document.put("master", id(0));
        }
        if (number == 0 || random.nextBoolean()) {
            document.put("rateCard", CanonicalJson.parse(rateCard(number).getBytes(StandardCharsets.UTF_8)));
        }
        byte[] bytes = CanonicalJson.bytes(document);
        AgreementDocument parsed = AgreementDocument.parse(bytes);
        String hash = Sha256.hex(bytes);
        scopes.add(parsed.scope(hash));
        versions.add(new SignedVersion(
                parsed.agreementId(), 1, hash, hash, LocalDate.parse("2026-01-01"), null, new PricedDocument(parsed)));
    }

    private static String rateCard(int agreement) {
        return """
                {"clause":"%1$d.0","currency":"USD","hourly":[{"workType":"ONSITE","rate":"%2$s"},
                 {"workType":"ONSITE","role":"SENIOR","rate":"210.00"},{"workType":"REMOTE","rate":"120.00"}],
                 "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
                 "minimumMinutes":0,"incrementMinutes":15,"roundingMode":"UP","travel":{"kind":"FLAT","fee":"75.00"}}
                """.formatted(agreement, agreement == 0 ? "150.00" : "180.00");
    }

    private static String id(int number) {
        return new UUID(5, number).toString();
    }

    static String category(String item) {
        return CATEGORIES.get(item);
    }

    private static Map<String, Object> item(String code) {
        return Map.of("code", code, "name", code, "category", CATEGORIES.get(code));
    }

    private List<Map<String, Object>> rules(int agreement) {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (int i = 0; i < random.nextInt(MOST_RULES); i++) {
            rules.add(rule(agreement + "." + i, agreement == 0));
        }
        return rules;
    }

    private Map<String, Object> rule(String clause, boolean mayCatchAll) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("clause", clause);
        switch (random.nextInt(mayCatchAll ? 6 : 5)) {
            case 0, 1, 2 -> rule.put("item", one(ITEMS));
            case 3, 4 -> rule.put("category", one(List.of("projects", "support")));
            default -> rule.put("catchAll", true);
        }
        String treatment = one(List.of("INCLUDED", "EXTRA", "EXTRA", "EXCLUDED"));
        rule.put("treatment", treatment);
        Map<String, Object> when = new LinkedHashMap<>();
        some(when, "priorities", "P1", "P2");
        some(when, "ticketClasses", "REQUEST", "PROJECT");
        some(when, "sites", "broad-street", "annex");
        some(when, "bands", one(List.of("BUSINESS", "AFTER_HOURS")), one(List.of("WEEKEND", "HOLIDAY")));
        some(when, "workTypes", "ONSITE", "REMOTE");
        some(when, "roles", "SENIOR", "JUNIOR");
        if (!when.isEmpty()) {
            rule.put("when", when);
        }
        if (treatment.equals("EXTRA")) {
            rule.put("workType", one(List.of("ONSITE", "REMOTE")));
        }
        if (treatment.equals("EXTRA") && !rule.containsKey("catchAll") && random.nextInt(4) == 0) {
            rule.put("approval", "NOT_REQUIRED");
        }
        boolean ofAllWork = !when.containsKey("bands") && !when.containsKey("workTypes") && !when.containsKey("roles");
        if (rule.containsKey("item") && ofAllWork && !treatment.equals("EXCLUDED") && random.nextInt(5) == 0) {
            rule.put("includedVolume", Map.of("count", 2, "period", "MONTH"));
            rule.put("workType", "ONSITE");
        } else if (!rule.containsKey("catchAll") && !treatment.equals("EXCLUDED") && random.nextInt(4) == 0) {
            rule.put("includedVolume", volumeOfWork());
            rule.put("workType", "ONSITE");
        }
        return rule;
    }

    private Map<String, Object> volumeOfWork() {
        return Map.of(
                "count",
                1 + random.nextInt(3),
                "unit",
                one(List.of("HOUR", "VISIT")),
                "period",
                one(List.of("MONTH", "QUARTER")),
                "carry",
                random.nextBoolean());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void some(Map<String, Object> when, String name, String one, String other) {
        switch (random.nextInt(9)) {
            case 0 -> when.put(name, List.of(one));
            case 1 -> when.put(name, List.of(one, other));
            default -> {
                // All of them.
            }
        }
    }
}
