package dev.remit.engines.ledger;

import dev.remit.engines.agreement.PricedDocument;
import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.engines.money.MinorUnits;
import dev.remit.engines.money.Money;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.RuleTerms;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.ScopeRule;
import dev.remit.engines.scope.ScopeRule.Approval;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkConditions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The law firm in New York whose work these tests bill: terms, entries and quotes, in short. */
final class Firm {
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final UUID TICKET = new UUID(3, 1);
    static final UUID MOVE = new UUID(4, 1);
    static final UUID OTHER = new UUID(4, 2);
    static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    /** Open on weekdays from 8:30 to 17:30. */
    static final String CALENDARS = """
            {"office-hours":{"zone":"America/New_York","weekly":{"MONDAY":[["08:30","17:30"]],
             "TUESDAY":[["08:30","17:30"]],"WEDNESDAY":[["08:30","17:30"]],"THURSDAY":[["08:30","17:30"]],
             "FRIDAY":[["08:30","17:30"]]},"holidays":["2026-06-19"]}}""";

    private static long quotes;

    private Firm() {}

    /** On-site work at a rate an hour, 1.5 at weekends, by quarters, and 75.00 for a trip. */
    static SignedVersion version(int number, String from, String to, String rate, String grouping) {
        byte[] document = """
                {"schema":"remit-agreement/1","agreementId":"0198c0de-0000-7000-8000-0000000000a1",
                 "tenant":"0198c0de-0000-7000-8000-000000000001",
                 "client":{"id":"0198c0de-0000-7000-8000-0000000000c1","code":"whitfield-crane","name":"Whitfield & Crane"},
                 "title":"Managed services","version":%d,"effectiveFrom":"%s","clauses":[{"id":"4.2"},{"id":"6.1"}],
                 "catalogue":[{"code":"office-move"}],
                 "scopeRules":[{"clause":"4.2","item":"office-move","treatment":"EXTRA","workType":"ONSITE"}],
                 "calendars":%s,"coverage":{"clause":"6.1","calendar":"office-hours"},
                 "serviceLevels":[],"signatures":[],
                 "rateCard":{"clause":"6.1","currency":"USD","hourly":[{"workType":"ONSITE","rate":"%s"}],
                   "multipliers":{"BUSINESS":"1","AFTER_HOURS":"1.5","WEEKEND":"1.5","HOLIDAY":"2"},
                   "minimumMinutes":0,"incrementMinutes":15,"roundingMode":"UP","grouping":"%s",
                   "travel":{"kind":"FLAT","fee":"75.00"}}}
                """.formatted(number, from, CALENDARS, rate, grouping).getBytes(StandardCharsets.UTF_8);
        String hash = Sha256.hex(document);
        return new SignedVersion(
                new UUID(5, 1),
                number,
                hash,
                hash,
                LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                new PricedDocument(document));
    }

    static SignedVersions terms() {
        return new SignedVersions(List.of(version(1, "2026-01-01", null, "150.00", "ENTRY")));
    }

    static WorkItemRuling ruled(Verdict verdict, boolean approvalRequired) {
        return new WorkItemRuling(cases(verdict, approvalRequired), null, null);
    }

    private static RulingCases cases(Verdict verdict, boolean approvalRequired) {
        Approval approval = approvalRequired ? Approval.REQUIRED : Approval.NOT_REQUIRED;
        return switch (verdict) {
            case SILENT -> RulingCases.NONE;
            case AMBIGUOUS ->
                new RulingCases(
                        List.of(ruled(null, Treatment.INCLUDED, approval), ruled(null, Treatment.EXTRA, approval)));
            default -> new RulingCases(List.of(ruled(null, Treatment.valueOf(verdict.name()), approval)));
        };
    }

    /** All work under one clause, as a document writes what it says. */
    static WorkItemRuling ruled(String says, Long quantity) {
        String rule = "{'clause':'4.2','item':'move','workType':'ONSITE'," + says + "}";
        RuleTerms terms = Json.read(
                        Json.parse(rule.replace('\'', '"').getBytes(StandardCharsets.UTF_8)), ScopeRule.class)
                .under(MinorUnits.of("USD"), LocalDate.parse("2026-01-01"), code -> "projects")
                .terms();
        RulingCase only = new RulingCase(
                1,
                null,
                new Clause("4.2", "Office moves", null),
                null,
                terms.treatment(),
                terms.price(),
                terms.surcharge(),
                terms.volume(),
                null,
                terms.workType(),
                null,
                terms.approval(),
                null);
        return new WorkItemRuling(new RulingCases(List.of(only)), null, null, quantity);
    }

    /** What clause 4.2 says of some of the work; the narrower goes first. */
    static RulingCase ruled(WorkConditions when, Treatment treatment, Approval approval) {
        return new RulingCase(
                when == null ? 2 : 1,
                null,
                new Clause("4.2", "Office moves", null),
                when,
                treatment,
                null,
                null,
                null,
                null,
                "ONSITE",
                null,
                approval,
                null);
    }

    /** A local time of June 2026, as {@code "13 08:00"}; the 13th is a Saturday. */
    static Instant june(String dayAndTime) {
        return LocalDateTime.parse("2026-06-" + dayAndTime.replace(' ', 'T'))
                .atZone(NEW_YORK)
                .toInstant();
    }

    static WorkEntry entry(long id, UUID workItem, String technician, String site, Instant start, long minutes) {
        return entry(
                new UUID(6, id),
                MemoryBook.CLIENT,
                TICKET,
                workItem,
                technician,
                site,
                "ONSITE",
                start,
                minutes,
                true,
                Billability.BILLABLE,
                false);
    }

    /** With what it says as its hash. */
    static WorkEntry entry(
            UUID id,
            UUID client,
            UUID ticket,
            UUID workItem,
            String technician,
            String site,
            String workType,
            Instant start,
            long minutes,
            boolean travel,
            Billability billable,
            boolean deleted) {
        String says = workItem + technician + site + workType + start + minutes + travel + billable;
        return new WorkEntry(
                id,
                client,
                ticket,
                workItem,
                technician,
                site,
                NEW_YORK,
                workType,
                null,
                start,
                start.plusSeconds(60 * minutes),
                null,
                null,
                false,
                travel,
                billable,
                false,
                deleted,
                says,
                start);
    }

    static ApprovedQuote approved(long capMinor, String currency) {
        return new ApprovedQuote(
                new UUID(7, ++quotes),
                Money.of(capMinor, currency),
                "",
                NEXT_YEAR,
                JANUARY.plusSeconds(quotes),
                Map.of());
    }

    static Approvals caps(long... capsMinor) {
        return new Approvals(
                Arrays.stream(capsMinor).mapToObj(cap -> approved(cap, "USD")).toList(), null, Map.of());
    }
}
