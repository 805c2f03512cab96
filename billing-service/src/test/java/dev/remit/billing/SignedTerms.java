package dev.remit.billing;

import static dev.remit.billing.LawFirm.map;

import dev.remit.engines.evidence.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The law firm's signed document: office moves are extra at 150.00 an hour, one and a half times on a weekend. */
final class SignedTerms {
    private SignedTerms() {}

    static byte[] document(
            UUID tenant, UUID client, UUID agreement, int version, String from, Map<String, Object> rateCard) {
        List<Object> hours = List.of(List.of("08:30", "17:30"));
        return CanonicalJson.bytes(map(
                "schema", "remit-agreement/1",
                "agreementId", agreement.toString(),
                "tenant", tenant.toString(),
                "client", map("id", client.toString(), "code", LawFirm.CODE, "name", "Whitfield & Crane LLP"),
                "title", "Managed services",
                "version", (long) version,
                "effectiveFrom", from,
                "clauses",
                        List.of(
                                map("id", "2.1", "title", "Hours of cover", "text", "Monday to Friday, 8:30 to 17:30."),
                                map("id", "4.2", "title", "Office moves", "text", "Office moves are not included."),
                                map("id", "6.1", "title", "Rates", "text", "150.00 dollars an hour on site.")),
                "catalogue", List.of(map("code", "office-move", "name", "Office move")),
                "scopeRules",
                        List.of(map(
                                "clause", "4.2",
                                "item", "office-move",
                                "treatment", "EXTRA",
                                "workType", "ONSITE",
                                "estimateMinutes", 1080L,
                                "approval", "REQUIRED")),
                "calendars",
                        map(
                                "office-hours",
                                map(
                                        "zone",
                                        "America/New_York",
                                        "weekly",
                                        map(
                                                "MONDAY", hours,
                                                "TUESDAY", hours,
                                                "WEDNESDAY", hours,
                                                "THURSDAY", hours,
                                                "FRIDAY", hours),
                                        "holidays",
                                        List.of("2026-06-19", "2026-07-03"))),
                "coverage", map("clause", "2.1", "calendar", "office-hours"),
                "serviceLevels", List.of(),
                "rateCard", rateCard,
                "signatures", List.of()));
    }

    /** Rules office moves, and leaves all else to its master; prices too where the rate is null. */
    static byte[] addendum(UUID tenant, UUID client, UUID agreement, UUID master, String onSiteRate) {
        Map<String, Object> document = map(
                "schema", "remit-agreement/1",
                "agreementId", agreement.toString(),
                "kind", "ADDENDUM",
                "master", master.toString(),
                "tenant", tenant.toString(),
                "client", map("id", client.toString(), "code", LawFirm.CODE, "name", "Whitfield & Crane LLP"),
                "title", "Move to Pearl Street",
                "version", 1L,
                "effectiveFrom", "2026-02-01",
                "clauses", List.of(map("id", "1.1", "title", "The move", "text", "The move is charged.")),
                "catalogue", List.of(map("code", "office-move", "name", "Office move")),
                "scopeRules",
                        List.of(map(
                                "clause", "1.1",
                                "item", "office-move",
                                "treatment", "EXTRA",
                                "workType", "ONSITE")),
                "signatures", List.of());
        if (onSiteRate != null) {
            document.put("rateCard", rateCard(onSiteRate));
        }
        return CanonicalJson.bytes(document);
    }

    static Map<String, Object> rateCard(String onSite) {
        return map(
                "clause",
                "6.1",
                "currency",
                "USD",
                "hourly",
                List.of(map("workType", "ONSITE", "rate", onSite), map("workType", "REMOTE", "rate", "120.00")),
                "multipliers",
                map("BUSINESS", "1", "AFTER_HOURS", "1.5", "WEEKEND", "1.5", "HOLIDAY", "2"),
                "minimumMinutes",
                0L,
                "incrementMinutes",
                15L,
                "roundingMode",
                "UP",
                "travel",
                map("kind", "FLAT", "fee", "75.00"),
                "taxRatePercent",
                "8.875");
    }
}
