package dev.remit.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.engines.evidence.CanonicalJson;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Lines and links of evidence, to the byte, of clients' lives that have everything in them. Ids and hashes stand by the
 * order in which they first come, and what the wall clock says is left out. A test that fails writes what it found to
 * {@code target/lines-and-evidence}.
 */
@QuarkusTest
class LinesAndEvidenceTest extends BillingTest {
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}");
    private static final Pattern NOW = Pattern.compile("\"(at|lockedAt)\":\"[^\"]*\"");
    private static final Pattern ZONE_RULES = Pattern.compile("\"tzdb\":\\{[^}]*}");
    private static final Pattern DROPPED = Pattern.compile("\"dropped\":\\[([^]]+)]");

    @Test
    void workUnderACapIsPublishedReleasedReversedAndRestored() throws IOException {
        LawFirm firm = firm().ruledExtra();
        firm.recorded(firm.saturday("dana"));
        firm.approved("2000.00");
        firm.recorded(firm.saturday("miguel"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.moreRoom("150.00");
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.recorded(firm.saturday("dana"), "end", "2026-06-13T20:00:00Z");
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("dana"), "deleted", true);
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.recorded(firm.entry("dana", "2026-06-12T20:30:00Z", "2026-06-12T22:30:00Z"));
        firm.moreRoom("900.00");
        isAsBefore("cap", firm);
    }

    @Test
    void workIsHeldForEveryReason() throws IOException {
        LawFirm firm = firm();
        firm.recorded(firm.saturday("anna"));
        firm.ruled("EXTRA");
        firm.clientKnown();
        firm.agreementActivated();
        firm.recorded(firm.saturday("bob"), "billable", "NOT_BILLABLE");
        firm.recorded(firm.saturday("carol"), "unmapped", List.of("role"));
        firm.recorded(firm.saturday("dana"), "workType", "CABLING");
        firm.recorded(firm.entry("erin", "2015-01-05T15:00:00Z", "2026-06-13T15:00:00Z"));
        firm.recorded(firm.entry("fred", "2025-12-31T15:00:00Z", "2025-12-31T16:00:00Z"));
        firm.recorded(firm.saturday("gina"), "start", null, "end", null, "date", "2026-06-13", "workedSeconds", 7200L);
        firm.decline(firm.sent("4000.00")).then().statusCode(200);
        firm.moreRoom("300.00");
        firm.recorded(firm.entry("hugo", "2026-06-15T14:00:00Z", "2026-06-15T16:00:00Z"));
        firm.ruled("SILENT");
        firm.ruled("EXCLUDED");
        firm.ruled("INCLUDED");
        firm.ruled(firm.workItem, "EXTRA", false);
        firm.cutOff("2026-06-14").then().statusCode(200);
        firm.ruled("EXTRA");
        isAsBefore("held", firm);
    }

    @Test
    void tripsGoFromEntryToEntry() throws IOException {
        LawFirm firm = firm().ruledExtra();
        firm.approved("4000.00");
        UUID other = UUID.randomUUID();
        firm.ruled(other, "EXTRA", false);
        Map<String, Object> evening = firm.entry("dana", "2026-06-13T21:00:00Z", "2026-06-13T22:00:00Z");
        firm.recorded(evening, "workItemId", other.toString());
        firm.recorded(firm.saturday("dana"));
        firm.recorded(firm.saturday("dana"), "billable", "COVERED");
        firm.recorded(firm.saturday("dana"));
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.ruled("INCLUDED");
        firm.recorded(firm.saturday("miguel"), "siteCode", null);
        firm.recorded(firm.entry("miguel", "2026-06-13T22:00:00Z", "2026-06-13T23:00:00Z"), "siteCode", null);
        firm.ruled("EXTRA");
        firm.cutOff("2026-06-30").then().statusCode(200);
        firm.recorded(evening, "workItemId", firm.workItem.toString());
        isAsBefore("trips", firm);
    }

    @Test
    void otherTermsRateAgainWhatIsOpen() throws IOException {
        LawFirm firm = firm();
        firm.clientKnown();
        firm.agreementActivated();
        firm.ruled(firm.workItem, "EXTRA", false);
        Map<String, Object> visit = SignedTerms.rateCard("160.00");
        visit.put("grouping", "VISIT");
        firm.recorded(firm.entry("dana", "2026-06-15T14:00:00Z", "2026-06-15T14:20:00Z"));
        firm.recorded(firm.entry("dana", "2026-06-15T18:00:00Z", "2026-06-15T18:20:00Z"));
        firm.recorded(firm.entry("dana", "2026-06-16T14:00:00Z", "2026-06-16T14:20:00Z"));
        firm.agreementActivated(2, "2026-06-16", visit);
        firm.recorded(firm.entry("dana", "2026-06-16T18:00:00Z", "2026-06-16T18:20:00Z"));
        firm.recorded(firm.entry("dana", "2026-06-16T20:00:00Z", "2026-06-16T20:05:00Z"), "billable", "COVERED");
        firm.recorded(firm.entry("dana", "2026-06-16T18:00:00Z", "2026-06-16T18:20:00Z"), "deleted", true);
        isAsBefore("terms", firm);
    }

    private void isAsBefore(String story, LawFirm firm) throws IOException {
        Names names = new Names();
        List<String> found = new ArrayList<>();
        TreeSet<String> tickets = new TreeSet<>();
        for (Map<String, Object> extra : firm.extras()) {
            if (tickets.add((String) extra.get("ticketId"))) {
                EvidenceCheck.links(firm.tenant, (String) extra.get("id"))
                        .forEach(link -> found.add(names.in(new String(link.payload(), StandardCharsets.UTF_8))));
            }
        }
        firm.extras().forEach(extra -> found.add(names.in(CanonicalJson.text(whole(extra)))));
        String text = String.join("\n", found) + "\n";
        Path to = Path.of("target", "lines-and-evidence", story + ".jsonl");
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
        try (InputStream before = getClass().getResourceAsStream("/lines-and-evidence/" + story + ".jsonl")) {
            assertEquals(new String(before.readAllBytes(), StandardCharsets.UTF_8), text);
        }
    }

    /** Canonical JSON has no use for the small whole numbers of a parser. */
    private static Object whole(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> copy = new HashMap<>();
                map.forEach((key, member) -> copy.put((String) key, whole(member)));
                yield copy;
            }
            case List<?> list -> list.stream().map(LinesAndEvidenceTest::whole).toList();
            case Integer number -> number.longValue();
            default -> value;
        };
    }

    /** Ids by the order of their first appearance. */
    private static final class Names {
        private final Map<String, String> names = new HashMap<>();

        String in(String json) {
            String text = ZONE_RULES
                    .matcher(NOW.matcher(json).replaceAll("\"$1\":\"…\""))
                    .replaceAll("\"tzdb\":\"…\"");
            text = ID.matcher(text).replaceAll(id -> names.computeIfAbsent(id.group(), k -> "#" + (names.size() + 1)));
            return DROPPED.matcher(text)
                    .replaceAll(list -> Matcher.quoteReplacement("\"dropped\":["
                            + String.join(
                                    ",",
                                    new TreeSet<>(Arrays.asList(list.group(1).split(",")))) + "]"));
        }
    }
}
