package dev.remit.engines.scope;

import java.time.LocalDate;
import java.util.List;

/** The catalogue and scope that tests share: a law firm's agreement with its MSP. */
final class Catalogue {

    static final LocalDate DAY = LocalDate.of(2026, 6, 11);

    static final List<ScopeItem> ITEMS = List.of(
            new ScopeItem(
                    "office-move",
                    "Office move",
                    "projects",
                    new ItemMatchers(
                            List.of(), List.of("Relocation"), List.of(), List.of("office move", "relocation"))),
            new ScopeItem("desk-move", "Desk move", "moves", ItemMatchers.ofKeywords("move my pc", "desk move")),
            new ScopeItem(
                    "password-reset",
                    "Password reset",
                    "accounts",
                    new ItemMatchers(
                            List.of("Accounts"), List.of("Password"), List.of(), List.of("password", "locked out"))),
            new ScopeItem(
                    "new-user",
                    "New user",
                    "accounts",
                    new ItemMatchers(List.of("Accounts"), List.of(), List.of("New hire"), List.of())),
            new ScopeItem(
                    "account-work",
                    "Other account work",
                    "accounts",
                    new ItemMatchers(List.of("Accounts"), List.of(), List.of(), List.of())),
            new ScopeItem("printer-fix", "Printer", "devices", ItemMatchers.ofKeywords("printer", "print")),
            new ScopeItem("printer-lease", "Printer lease", "leases", ItemMatchers.ofKeywords("printer", "lease")),
            new ScopeItem("coffee-machine", "Coffee machine", null, ItemMatchers.ofKeywords("coffee")));

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
        return new CompiledScope(CLAUSES, ITEMS, List.of(rules));
    }

    static WorkItemFacts.Builder facts() {
        return WorkItemFacts.on(DAY);
    }

    static WorkItemFacts of(String code) {
        return facts().itemCode(code).build();
    }
}
