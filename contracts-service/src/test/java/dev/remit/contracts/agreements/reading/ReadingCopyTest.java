package dev.remit.contracts.agreements.reading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.reading.ReadingFacts.Service;
import dev.remit.contracts.agreements.terms.Parties;
import dev.remit.contracts.agreements.terms.Terms;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.engines.agreement.SignedSite;
import dev.remit.engines.json.Json;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the demo world's contract, which lies in target/reading-copy.html afterwards. */
@QuarkusTest
class ReadingCopyTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** What the demo contract does not say, so that each term of the table is on a page once. */
    private static final String MORE = """
            {"effectiveTo": "2027-01-01",
             "attachments": [{"name": "Data processing agreement.pdf", "sha256": "%s"}],
             "annexes": [{"schema": "vendor-list/1", "title": "Vendors whom we call for you",
                          "content": {"vendors": [{"name": "Northgate Telecom", "for": ["Internet", "Telephones"]}], "asOf": "2026-01-01"}}]}
            """.formatted("9f86d081".repeat(8));

    @Inject
    TermsJson termsJson;

    private static ObjectNode demo() {
        try (InputStream file = ReadingCopyTest.class.getResourceAsStream("/demo/whitfield-crane/terms.json")) {
            ObjectNode terms = Json.parseObject(file.readAllBytes());
            terms.setAll(Json.parseObject(MORE.getBytes(StandardCharsets.UTF_8)));
            ((ObjectNode) terms.at("/calendars/office-hours"))
                    .put("region", "US-NY")
                    .set(
                            "exceptions",
                            Json.parse("{\"2026-12-24\": [[\"08:30\", \"12:00\"]]}".getBytes(StandardCharsets.UTF_8)));
            ((ObjectNode) terms.get("calendars")).set("long-days", Json.parse("""
                            {"zone": "SITE", "weekly": {"MONDAY": [["07:00", "19:00"]]}}
                            """.getBytes(StandardCharsets.UTF_8)));
            ((ObjectNode) terms.get("coverage")).putObject("sites").put("broad-street", "long-days");
            ((ObjectNode) terms.get("rateCard")).put("bandCalendar", "office-hours");
            ((ObjectNode) terms.at("/serviceLevels/3"))
                    .put("calendar", "long-days")
                    .set("resolution", Json.parse("""
                            {"businessDays": 5, "by": "16:00"}
                            """.getBytes(StandardCharsets.UTF_8)));
            ((ArrayNode) terms.at("/serviceLevels/3/noTarget")).remove(2);
            ((ArrayNode) terms.get("scopeRules")).add(Json.parse("""
                            {"clause": "4.1", "item": "new-starter", "treatment": "INCLUDED", "workType": "REMOTE",
                             "includedVolume": {"count": 2, "period": "MONTH"}, "when": {"ticketClasses": ["REQUEST"],
                             "priorities": ["P3", "P4"], "sites": ["broad-street"]}}
                            """.getBytes(StandardCharsets.UTF_8)));
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] page(JsonNode members) {
        return page(members, null);
    }

    private byte[] page(JsonNode members, String master) {
        Terms terms = termsJson.read(members.toString().getBytes(StandardCharsets.UTF_8));
        Parties written = terms.parties() == null ? Parties.NONE : terms.parties();
        Parties.Party client = new Parties.Party(
                "Whitfield & Crane LLP",
                "Whitfield & Crane LLP",
                "40 Broad Street\nNew York, NY 10004",
                null,
                null,
                null);
        return ReadingCopy.of(new ReadingFacts(
                        UUID.fromString("0198c0de-0000-7000-8000-000000000010"),
                        1,
                        "Managed IT services",
                        master,
                        terms,
                        termsJson.members(terms),
                        new Parties(written.msp(), client.overriddenBy(written.client())),
                        "America/New_York",
                        List.of(new SignedSite("broad-street", "40 Broad Street", NEW_YORK)),
                        List.of(
                                new Service("password-reset", "Password reset", "support"),
                                new Service("workstation-fault", "Workstation fault", "support"),
                                new Service("server-patching", "Monthly server patching", "maintenance"),
                                new Service("new-starter", "New starter", "changes"),
                                new Service("office-move", "Office move", "projects"),
                                new Service("structured-cabling", "Structured cabling", "projects")),
                        null))
                .html();
    }

    private String text(JsonNode members) {
        return new String(page(members), StandardCharsets.UTF_8);
    }

    @Test
    void pageSaysWhatIsAgreed() throws IOException {
        byte[] page = page(demo());
        Files.write(Path.of("target/reading-copy.html"), page);
        String text = new String(page, StandardCharsets.UTF_8);
        for (String said : List.of(
                "Whitfield &amp; Crane LLP",
                "Beacon IT Services, Inc.",
                "from Thursday, 1 January 2026 to Thursday, 31 December 2026",
                "Support: Password reset and Workstation fault",
                "2 a month included",
                "Asked for as request, at P3 or P4, at 40 Broad Street",
                "usually takes 18 hours",
                "only after your approval",
                "Resolution stands still while waiting for the client, a supplier, an approval or an agreed date",
                "The hours of cover are those of “Office hours” (clause 2.1).",
                "At 40 Broad Street they are those of “Long days”.",
                "What is business hours for the price of work, “Office hours” says.",
                "<td>by 16:00 of the fifth business day after</td><td>Long days</td>",
                "The date of the start is not one of them.",
                "Closed on these holidays of US-NY:",
                "Friday, 19 June 2026",
                "Thursday, 24 December 2026: 08:30 to 12:00",
                "At the weekend (× 1.5)",
                "<td class=\"n\">225.00</td>",
                "It renews by itself, for 12 months each time; notice is given 90 days before the end, by letter.",
                "P2 at 40 Broad Street, response from Friday, 5 June 2026 16:30",
                "due Monday, 8 June 2026 09:30",
                "ONSITE by 2 technicians at 40 Broad Street, Saturday, 20 June 2026 08:00",
                "Time is rounded up to multiples of 15 minutes.",
                "4200.00 USD",
                "Northgate Telecom")) {
            assertTrue(text.contains(said), said);
        }
    }

    @Test
    void sameTermsAreTheSameBytes() {
        assertArrayEquals(page(demo()), page(demo()));
    }

    @Test
    void textIsNeverMarkup() {
        ObjectNode terms = demo();
        ((ObjectNode) terms.at("/clauses/0")).put("text", "<script>alert(1)</script> \u007bpage}");
        String text = text(terms);
        assertFalse(text.contains("<script"));
        assertTrue(text.contains("&lt;script&gt;alert(1)&lt;/script&gt; {page}"));
    }

    @Test
    void draftWithoutAnythingHasAPage() {
        assertTrue(text(Json.parse("{\"effectiveFrom\": \"2026-01-01\"}".getBytes(StandardCharsets.UTF_8)))
                .contains("There are no targets."));
    }

    @Test
    void whatIsIncludedComesBeforeThePriceOfWhatIsBeyond() {
        ObjectNode terms = demo();
        ((ObjectNode) terms.at("/scopeRules/5"))
                .putObject("price")
                .put("kind", "FIXED")
                .put("amount", "180.00");
        assertTrue(text(terms).contains("2 a month included; a fixed price of 180.00 USD for each beyond that"));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "1, CLOSE, by the close of the first business day after",
        "10, 09:30, by 09:30 of the tenth business day after",
        "11, CLOSE, by the close of the 11th business day after",
        "21, CLOSE, by the close of the 21st business day after",
        "32, CLOSE, by the close of the 32nd business day after",
        "113, CLOSE, by the close of the 113th business day after",
        "123, CLOSE, by the close of the 123rd business day after",
    })
    void aTargetInBusinessDaysIsInWords(int days, String by, String words) {
        ObjectNode terms = demo();
        ((ObjectNode) terms.at("/serviceLevels/3/resolution"))
                .put("businessDays", days)
                .put("by", by);
        assertTrue(text(terms).contains("<td>" + words + "</td>"));
    }

    @Test
    void whenAWaitIsTheClientsTimeIsSaidInWords() {
        ObjectNode terms = demo();
        assertTrue(text(terms)
                .contains(
                        "We wait for you where the status says so and, where messages reach us, a question that you can"
                                + " read was sent within 15 minutes of it. Until your next message that time is yours, for at most"
                                + " 5 business days; after that the time is ours again."));
        terms.putObject("clientWaits").put("proof", "STATUS").put("withoutLimit", true);
        assertTrue(text(terms)
                .contains(
                        "The status of a ticket shows that we wait for you. Until your next message that time is yours,"
                                + " however long that lasts."));
    }

    @Test
    void whatAnUpdateIsCountedFromIsSaidInWords() {
        ObjectNode terms = demo();
        assertFalse(text(terms).contains("the time for an update"));
        ((ObjectNode) terms.at("/serviceLevels/0")).put("updateMinutes", 60);
        assertTrue(text(terms)
                .contains(
                        "Once we have answered, the time for an update runs from our last message that you can read; a"
                                + " message of yours neither restarts nor extends it."));
        terms.put("updateAfter", "CLIENT_MESSAGE");
        assertTrue(text(terms)
                .contains("Once we have answered, the time for an update runs from your first message that we have not"
                        + " answered. While we wrote last, no update is due."));
    }

    @Test
    void untilWhenTheClientMayContestIsSaidInWords() {
        ObjectNode terms = demo();
        assertFalse(text(terms).contains("you may contest"));
        terms.put("contestWithinDays", 10);
        assertTrue(text(terms)
                .contains(
                        "For 10 days after a wait of ours for you or for others ended, you may contest it. Until that is"
                                + " settled, the figures of how many targets are met are given as a range."));
    }

    @Test
    void aLevelForSomeSitesNamesThem() {
        ObjectNode terms = demo();
        ((ObjectNode) terms.at("/serviceLevels/0")).putArray("sites").add("broad-street");
        assertTrue(text(terms).contains("P1, at 40 Broad Street"));
    }

    @Test
    void includedVisitsAndHoursAreNamedAsWhatTheyAre() {
        ObjectNode terms = demo();
        ((ObjectNode) terms.at("/scopeRules/5/includedVolume")).put("count", 1).put("unit", "HOUR");
        assertTrue(text(terms).contains("1 hour a month included"));
        ((ObjectNode) terms.at("/scopeRules/5/includedVolume")).put("count", 2).put("unit", "VISIT");
        assertTrue(text(terms)
                .contains(
                        "2 visits a month included; all that a technician does of it at a site on a day is one visit"));
    }

    @Test
    void anAmendmentSaysFromWhenItsInitialTermCounts() {
        ObjectNode terms = demo();
        ((ObjectNode) terms.get("term")).put("initialTermMonths", 12);
        assertTrue(text(terms).contains("It is agreed for 12 months from its first date."));
        ((ObjectNode) terms.get("term")).put("initialTermFrom", "2025-07-01");
        assertTrue(text(terms).contains("It is agreed for 12 months from Tuesday, 1 July 2025."));
    }

    @Test
    void oneDayOfTheWeekendIsInTheSingular() {
        ObjectNode terms = demo();
        ((ObjectNode) terms.at("/calendars/long-days")).putArray("weekendDays").add("SUNDAY");
        assertTrue(text(terms).contains("Sunday is priced as weekend."));
    }

    @Test
    void anAddendumDeniesNothingThatItsMasterGrants() {
        String text = new String(
                page(
                        Json.parse("{\"effectiveFrom\": \"2026-01-01\"}".getBytes(StandardCharsets.UTF_8)),
                        "Managed IT services"),
                StandardCharsets.UTF_8);
        assertEquals(
                6,
                text.split("This addendum changes nothing here: it is as “Managed IT services” has it", -1).length - 1);
        for (String denied : List.of("There are no", "Nothing is", "A response is")) {
            assertFalse(text.contains(denied), denied);
        }
    }

    /** What people read and what machines apply are signed together, so nothing may be in one alone. */
    @Test
    void everyTermIsOnThePage() {
        byte[] whole = page(demo());
        List<String> silent = new ArrayList<>();
        for (String pointer : leaves(demo(), "")) {
            ObjectNode other = demo();
            change(other, pointer);
            try {
                if (Arrays.equals(whole, page(other))) {
                    silent.add(pointer);
                }
            } catch (UncheckedIOException cannotBe) {
                continue;
            }
        }
        silent.removeIf(pointer -> pointer.matches("/clauses/\\d+/kind"));
        assertEquals(List.of(), silent);
    }

    private static List<String> leaves(JsonNode value, String pointer) {
        List<String> leaves = new ArrayList<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(member -> leaves.addAll(leaves(member.getValue(), pointer + "/" + member.getKey())));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                leaves.addAll(leaves(value.get(i), pointer + "/" + i));
            }
        } else {
            leaves.add(pointer);
        }
        return leaves;
    }

    /** Another value of the same kind, or one that no reader takes, which needs no look. */
    private static void change(ObjectNode terms, String pointer) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1);
        JsonNode other = otherThan(terms.at(pointer));
        if (terms.at(pointer.substring(0, last)) instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), other);
        } else {
            ((ObjectNode) terms.at(pointer.substring(0, last))).set(name, other);
        }
    }

    private static JsonNode otherThan(JsonNode value) {
        if (value.isNumber()) {
            return Json.tree(value.longValue() + 1);
        }
        String text = value.asText();
        return Json.tree(
                switch (text) {
                    case "BY_CATEGORY" -> "SILENT";
                    case "INCLUDED" -> "EXTRA";
                    case "EXTRA", "EXCLUDED" -> "INCLUDED";
                    case "REQUIRED" -> "NOT_REQUIRED";
                    case "ALWAYS" -> "COVERAGE";
                    case "COVERAGE" -> "ALWAYS";
                    case "AUTOMATIC" -> "NONE";
                    case "FLAT" -> "HOURLY";
                    case "UP" -> "DOWN";
                    case "MONTH" -> "YEAR";
                    case "true" -> "false";
                    case "P1", "P2", "P3", "P4" -> "P5";
                    case "RESPONSE" -> "PLAN";
                    case "HELD" -> "RATE_CARD";
                    case "USD" -> "EUR";
                    default ->
                        text.matches("\\d{4}-\\d\\d-\\d\\d.*")
                                ? text.replaceFirst("^\\d{4}", "2031")
                                : text.matches("[0-9.:]+")
                                        ? text.replaceFirst("[0-9]", text.startsWith("9") ? "8" : "9")
                                        : text + "-2";
                });
    }
}
