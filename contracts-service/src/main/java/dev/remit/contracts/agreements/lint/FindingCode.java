package dev.remit.contracts.agreements.lint;

import dev.remit.contracts.agreements.lint.Finding.Severity;
import java.util.Locale;

/** Everything that lint can notice, and whether it stops the proposal. Each has its examples in docs/lint.md. */
enum FindingCode {
    OVERLAP(Severity.ERROR),
    OVERLAPS_PROPOSAL(Severity.WARNING),
    MASTER_NOT_IN_FORCE(Severity.ERROR),
    OUTLIVES_MASTER(Severity.WARNING),
    CATCH_ALL_IN_ADDENDUM(Severity.ERROR),
    BEGINS_IN_THE_PAST(Severity.WARNING),
    BINDS_FOR_LONGER(Severity.WARNING),
    RENEWS_AND_ENDS(Severity.ERROR),
    NEVER_RENEWS_NOR_ENDS(Severity.ERROR),
    WRONG_EXAMPLE(Severity.ERROR),
    NOT_APPLIED_YET(Severity.ERROR),
    NO_CLAUSES(Severity.ERROR),
    REPEATED_CLAUSE(Severity.ERROR),
    UNKNOWN_CLAUSE(Severity.ERROR),
    UNUSED_CLAUSE(Severity.WARNING),
    CLAUSE_KINDS_MISSING(Severity.WARNING),
    VAGUE_WORDS(Severity.WARNING),
    PARTY_INCOMPLETE(Severity.WARNING),
    NO_APPROVER(Severity.ERROR),
    NO_SCOPE_RULES(Severity.ERROR),
    RETIRED_ITEM(Severity.ERROR),
    UNKNOWN_ITEM(Severity.ERROR),
    UNKNOWN_CATEGORY(Severity.ERROR),
    EMPTY_CATALOGUE(Severity.WARNING),
    UNKNOWN_SITE(Severity.ERROR),
    EXTRA_WITHOUT_WORK_TYPE(Severity.ERROR),
    EVERYTHING_INCLUDED(Severity.WARNING),
    CONTRADICTING_RULES(Severity.ERROR),
    ITEM_WITHOUT_RULE(Severity.ERROR),
    ITEM_RULED_ON_CONDITIONS_ONLY(Severity.ERROR),
    ITEM_LEFT_TO_CATCH_ALL(Severity.WARNING),
    RULE_NEVER_APPLIES(Severity.WARNING),
    NO_COVERAGE(Severity.ERROR),
    UNKNOWN_CALENDAR(Severity.ERROR),
    UNUSED_CALENDAR(Severity.WARNING),
    UNKNOWN_REGION(Severity.ERROR),
    NEVER_OPEN(Severity.ERROR),
    NO_HOLIDAYS(Severity.WARNING),
    HOLIDAYS_ON_OPEN_DAYS(Severity.NOTE),
    SITE_IN_ANOTHER_ZONE(Severity.WARNING),
    SITE_WITHOUT_HOURS(Severity.WARNING),
    NO_SERVICE_LEVEL(Severity.ERROR),
    REPEATED_SERVICE_LEVEL(Severity.ERROR),
    TARGET_MISSING(Severity.ERROR),
    RESPONSE_AFTER_RESOLUTION(Severity.ERROR),
    BUSINESS_DAYS_WITHOUT_HOURS(Severity.ERROR),
    BY_OUTSIDE_HOURS(Severity.WARNING),
    PAUSES_FOR_P1(Severity.WARNING),
    PRIORITY_WITHOUT_LEVEL(Severity.WARNING),
    CLASS_WITHOUT_LEVEL(Severity.WARNING),
    SLOWER_THAN_LOWER_PRIORITY(Severity.WARNING),
    TARGET_WHILE_CLOSED(Severity.WARNING),
    UNKNOWN_PRIORITY(Severity.ERROR),
    PROMISE_WITHOUT_TARGET(Severity.ERROR),
    REPEATED_PROMISE(Severity.ERROR),
    REPEATED_PARAMETER(Severity.ERROR),
    UNREACHABLE_PARAMETER(Severity.ERROR),
    PRIORITY_WITHOUT_TARGET(Severity.WARNING),
    PROMISE_WITHOUT_A_MISS(Severity.WARNING),
    PARAMETER_NEVER_MISSED(Severity.WARNING),
    NOTHING_EXCUSED(Severity.NOTE),
    NO_RATE_CARD(Severity.ERROR),
    NO_RATE(Severity.ERROR),
    CURRENCY_MISMATCH(Severity.ERROR),
    NO_MULTIPLIER(Severity.ERROR),
    DISCOUNT_MULTIPLIER(Severity.WARNING),
    SURCHARGE_WITHOUT_MULTIPLIER(Severity.ERROR),
    SURCHARGE_CALENDAR_ALWAYS_OPEN(Severity.WARNING);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    /** As programs read it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
