package dev.remit.engines.scope;

import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.catalogue.ItemMatchers;
import dev.remit.engines.catalogue.RecognisableItem;
import dev.remit.engines.catalogue.ServiceCatalogue;
import java.time.LocalDate;
import java.util.List;

/** The catalogue and scope that tests share: a law firm's agreement with its MSP. */
final class Catalogue {

    static final LocalDate DAY = LocalDate.of(2026, 6, 11);

    static final List<ScopeItem> ITEMS = List.of(
            new ScopeItem("office-move", "Office move", "projects", "The whole firm changes its address."),
            new ScopeItem("desk-move", "Desk move", "moves", null),
            new ScopeItem("password-reset", "Password reset", "accounts", null),
            new ScopeItem("new-user", "New user", "accounts", null),
            new ScopeItem("account-work", "Other account work", "accounts", null),
            new ScopeItem("printer-fix", "Printer", "devices", null),
            new ScopeItem("printer-lease", "Printer lease", "leases", null),
            new ScopeItem("coffee-machine", "Coffee machine", null, null));

    /** The MSP's own, with two items that the agreement does not have. */
    private static final ServiceCatalogue RECOGNISED = ServiceCatalogue.of(List.of(
            new RecognisableItem(
                    "office-move",
                    "projects",
                    new ItemMatchers(
                            List.of(), List.of("Relocation"), List.of(), List.of("office move", "relocation"))),
            new RecognisableItem("desk-move", "moves", ItemMatchers.ofKeywords("move my pc", "desk move")),
            new RecognisableItem(
                    "password-reset",
                    "accounts",
                    new ItemMatchers(
                            List.of("Accounts"), List.of("Password"), List.of(), List.of("password", "locked out"))),
            new RecognisableItem("printer-fix", "devices", ItemMatchers.ofKeywords("printer", "print")),
            new RecognisableItem("printer-lease", "leases", ItemMatchers.ofKeywords("printer", "lease")),
            new RecognisableItem("coffee-machine", null, ItemMatchers.ofKeywords("coffee")),
            new RecognisableItem("second-factor", "accounts", ItemMatchers.ofKeywords("second factor")),
            new RecognisableItem("drone", null, ItemMatchers.ofKeywords("drone"))));

    static final List<Clause> CLAUSES = List.of(
            new Clause("3.1", "Support", "Accounts are looked after."),
            new Clause("3.2", null, null),
            new Clause("4.2", "Office moves", "Moving offices is charged by the hour."),
            new Clause("4.3", "Desk moves", "Two desk moves a year are included."),
            new Clause("4.4", "Nights", "Nights are charged."),
            new Clause("5.1", "Leases", "Leases are not ours."),
            new Clause("9.9", "Everything else", "Anything unlisted is charged and approved first."));

    private Catalogue() {}

    static RuleTarget item(String code) {
        return new RuleTarget.Item(code);
    }

    static RuleTarget category(String name) {
        return new RuleTarget.Category(name);
    }

    static CompiledScope scope(ScopeRule... rules) {
        return scope(List.of(rules));
    }

    static CompiledScope scope(List<ScopeRule> rules) {
        return new CompiledScope(CLAUSES, ITEMS, rules, LaterItems.BY_CATEGORY);
    }

    static Ruling rule(CompiledScope scope, WorkItemFacts facts, UsedVolume used) {
        return scope.rule(facts, found(facts), used);
    }

    static Categorisation found(WorkItemFacts facts) {
        return RECOGNISED.categorise(facts.description());
    }

    static WorkItemFacts.Builder facts() {
        return WorkItemFacts.on(DAY);
    }

    static WorkItemFacts of(String code) {
        return facts().itemCode(code).build();
    }
}
