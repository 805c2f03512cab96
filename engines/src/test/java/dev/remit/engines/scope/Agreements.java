package dev.remit.engines.scope;

import dev.remit.engines.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A master and its addenda, whose rules are written as a document writes them. */
final class Agreements {
    static final CaseAgreement MASTER = agreement(1, AgreementKind.MASTER, "Managed services");
    static final CaseAgreement BACKUP = agreement(2, AgreementKind.ADDENDUM, "Back-up");
    static final CaseAgreement PROJECT = agreement(3, AgreementKind.ADDENDUM, "Move to Pearl Street");

    private Agreements() {}

    private static CaseAgreement agreement(int number, AgreementKind kind, String title) {
        return new CaseAgreement(
                new UUID(9, number), kind, title, 1, Integer.toString(number).repeat(64));
    }

    static CompiledScope scope(CaseAgreement agreement, String... rules) {
        return scope(agreement, Arrays.stream(rules).map(Agreements::rule).toList());
    }

    static CompiledScope scope(CaseAgreement agreement, List<ScopeRule> rules) {
        return new CompiledScope(agreement, Catalogue.CLAUSES, Catalogue.ITEMS, rules, LaterItems.BY_CATEGORY);
    }

    /** In the terms of a document, with {@code '} for {@code "} and without the braces. */
    static ScopeRule rule(String written) {
        String json = "{" + written.replace('\'', '"') + "}";
        return Json.read(Json.parse(json.getBytes(StandardCharsets.UTF_8)), ScopeRule.class);
    }

    static Ruling rule(WorkItemFacts facts, CompiledScope master, CompiledScope... addenda) {
        return new ScopesInForce(master, List.of(addenda)).rule(facts, Catalogue.found(facts), UsedVolume.NONE);
    }
}
