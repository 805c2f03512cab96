package dev.remit.psa.connectwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remit.psa.DeletedFact;
import dev.remit.psa.PsaFacts;
import dev.remit.psa.PsaPayload;
import dev.remit.psa.TicketFacts;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.psa.UnusablePayloadException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectWiseCallbackTest {

    private static final String TICKET = """
            {"id":70123,"summary":"Move our office to the 12th floor","recordType":"ServiceTicket",
             "board":{"id":1,"name":"Service"},"status":{"id":2,"name":"In Progress"},
             "company":{"id":250,"identifier":"WhitfieldCrane","name":"Whitfield & Crane LLP"},
             "site":{"id":28,"name":"Broad Street"},"siteName":null,
             "type":{"id":8,"name":"Project"},"subType":{"id":1,"name":"Office move"},"item":null,
             "priority":{"id":4,"name":"Priority 3 - Normal Response"},
             "dateResponded":"2026-06-11T19: 30: 00Z","dateResplan":null,"dateResolved":"",
             "somethingNew":{"deep":[1,2,3]},
             "_info":{"dateEntered":"2026-06-11T18:00:00Z","lastUpdated":"2026-06-11T19:30:00Z"}}
            """;

    private static final String ENTRY = """
            {"id":9001,"chargeToId":70123,"chargeToType":"ServiceTicket",
             "member":{"id":176,"identifier":"dana","name":"Dana Ruiz"},
             "workType":{"id":3,"name":"On-site"},"workRole":{"id":11,"name":"System Engineer"},
             "timeStart":"2026-06-13T12:00:00Z","timeEnd":"2026-06-13T21:00:00Z","actualHours":8.75,
             "billableOption":"Billable","notes":"Moved racks.","status":"ApprovedByTierOne","invoice":null,
             "_info":{"lastUpdated":"2026-06-13T21:10:00Z"}}
            """;

    @Test
    void readsATicketFromTheTextInsideTheCallback() throws JsonProcessingException {
        TicketFacts ticket = (TicketFacts) read("ticket", "updated", TICKET);

        assertEquals("70123", ticket.externalId());
        assertEquals("Move our office to the 12th floor", ticket.title());
        assertEquals("250", ticket.client().externalId());
        assertEquals("28", ticket.site().externalId());
        assertEquals("Priority 3 - Normal Response", ticket.priority());
        assertEquals("ServiceTicket", ticket.ticketClass());
        assertEquals(new TicketFacts.Category("Service", "Project", "Office move", null), ticket.category());
        assertEquals("In Progress", ticket.status());
        assertEquals(Instant.parse("2026-06-11T18:00:00Z"), ticket.createdAt());
        assertEquals(Instant.parse("2026-06-11T19:30:00Z"), ticket.sourceUpdatedAt());
    }

    @Test
    void readsWhoHasATicketHowItCameAndIntoWhichItWasMerged() throws JsonProcessingException {
        TicketFacts none = (TicketFacts) read("ticket", "updated", TICKET);
        assertNull(none.assignee());
        assertNull(none.channel());
        assertNull(none.mergedInto());

        TicketFacts ticket = (TicketFacts) read(
                "ticket",
                "updated",
                TICKET.replace(
                        "\"siteName\":null",
                        "\"owner\":{\"id\":176,\"identifier\":\"dana\",\"name\":\"Dana Ruiz\"},"
                                + "\"source\":{\"id\":2,\"name\":\"Phone\"},\"mergedParentTicket\":{\"id\":70001}"));
        assertEquals(new TicketFacts.Assignee("dana", "Dana Ruiz"), ticket.assignee());
        assertEquals("Phone", ticket.channel());
        assertEquals("70001", ticket.mergedInto());
    }

    @Test
    void readsTimesWithStraySpacesAndTakesEmptyOnesForNone() throws JsonProcessingException {
        TicketFacts ticket = (TicketFacts) read("ticket", "updated", TICKET);

        assertEquals(Instant.parse("2026-06-11T19:30:00Z"), ticket.milestones().respondedAt());
        assertNull(ticket.milestones().plannedAt());
        assertNull(ticket.milestones().resolvedAt());
    }

    @Test
    void readsATimeEntryWithItsStatedHoursToTheSecond() throws JsonProcessingException {
        TimeEntryFacts entry = (TimeEntryFacts) read("time", "added", ENTRY);

        assertEquals("9001", entry.externalId());
        assertEquals("70123", entry.ticketExternalId());
        assertEquals(new TimeEntryFacts.Technician("dana", "Dana Ruiz"), entry.technician());
        assertEquals("On-site", entry.workType());
        assertEquals(31_500L, entry.workedSeconds());
        assertEquals(Billable.BILLABLE, entry.billable());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"billableOption\":\"Billable\"', '\"billableOption\":\"DoNotBill\"', NOT_BILLABLE",
        "'\"billableOption\":\"Billable\"', '\"billableOption\":\"NoCharge\"',  NOT_BILLABLE",
        "'\"invoice\":null',              '\"invoice\":{\"id\":4}',            BILLED_ELSEWHERE",
        "'\"status\":\"ApprovedByTierOne\"', '\"status\":\"Billed\"',      BILLED_ELSEWHERE",
        "'\"status\":\"ApprovedByTierOne\"', '\"status\":\"Open\"',        NOT_APPROVED",
        "'\"status\":\"ApprovedByTierOne\"', '\"status\":\"BilledAgreement\"', COVERED",
        "'\"invoice\":null',               '\"agreement\":{\"id\":7}',       COVERED",
    })
    void keepsWhatThePlatformSaysAboutBilling(String was, String is, Billable billable) throws JsonProcessingException {
        assertEquals(billable, ((TimeEntryFacts) read("time", "updated", ENTRY.replace(was, is))).billable());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"site\":{\"id\":28,\"name\":\"Broad Street\"},', ''",
        "'\"site\":{\"id\":28,\"name\":\"Broad Street\"}',  '\"site\":null'",
    })
    void takesWhatATicketLeavesOutForNoneAndSaysNothingOfWhatItHasNoPlaceFor(String was, String is)
            throws JsonProcessingException {
        PsaPayload ticket = payload("ticket", "updated", TICKET.replace(was, is));

        assertNull(((TicketFacts) ticket.facts()).site());
        assertEquals(Set.of("catalogueItem", "scheduledFor", "confidential", "link", "labels"), ticket.kept());
    }

    @ParameterizedTest
    @CsvSource({
        "Billable,  ApprovedByTierOne, travel",
        "Billable,  '',                travel",
        "'',        ApprovedByTierOne, travel",
        "'',        '',                travel billable",
    })
    void saysNothingOfBillingWhereAnEntryLeavesAllOfItOut(String option, String status, String kept)
            throws JsonProcessingException {
        String entry = ENTRY.replace("\"invoice\":null,", "")
                .replace("\"billableOption\":\"Billable\",", option.isEmpty() ? "" : "\"billableOption\":\"Billable\",")
                .replace(
                        "\"status\":\"ApprovedByTierOne\",",
                        status.isEmpty() ? "" : "\"status\":\"ApprovedByTierOne\",");

        assertEquals(Set.of(kept.split(" ")), payload("time", "updated", entry).kept());
    }

    @Test
    void readsADeletionWhateverTheEntityIs() throws JsonProcessingException {
        assertEquals(new DeletedFact(DeletedFact.Kind.TICKET, "70123"), read("ticket", "deleted", ""));
        assertEquals(new DeletedFact(DeletedFact.Kind.TIME_ENTRY, "70123"), read("time", "deleted", ""));
    }

    @Test
    void keepsNoFactsOfOtherKinds() throws JsonProcessingException {
        assertTrue(
                ConnectWiseCallback.read(callback("company", "updated", "{}")).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"id\":70123,',                               '',                          Entity.id",
        "'\"summary\":\"Move our office to the 12th floor\"', '\"summary\":\"  \"',   Entity.summary",
        "'\"company\":{\"id\":250,',                     '\"company\":{',             Entity.company.id",
        "'\"lastUpdated\":\"2026-06-11T19:30:00Z\"',     '\"lastUpdated\":\"soon\"',  Entity._info.lastUpdated",
    })
    void namesTheFieldThatMakesATicketUnusable(String was, String is, String field) {
        UnusablePayloadException refused =
                assertThrows(UnusablePayloadException.class, () -> read("ticket", "updated", TICKET.replace(was, is)));
        assertEquals(field, refused.field());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"actualHours\":8.75', '\"actualHours\":\"1e100000000\"',  Entity.actualHours",
        "'\"actualHours\":8.75', '\"actualHours\":1e100000000',      Entity.actualHours",
        "'\"actualHours\":8.75', '\"actualHours\":1e-100000000',     Entity.actualHours",
        "'\"actualHours\":8.75', '\"actualHours\":\"NaN\"',          Entity.actualHours",
        "'\"actualHours\":8.75', '\"actualHours\":-1',               Entity.actualHours",
        "'\"id\":9001',          '\"id\":1e400',                     Entity.id",
        "'\"id\":9001',          '\"id\":1e99999999999',             Entity",
        "'\"2026-06-13T12:00:00Z', '\"0001-01-01T00:00:00Z',         Entity.timeStart",
        "'\"2026-06-13T21:00:00Z', '\"+999999999-12-31T23:59:59Z',   Entity.timeEnd",
    })
    void namesTheFieldThatMakesATimeEntryUnusable(String was, String is, String field) {
        UnusablePayloadException refused = assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThrows(
                        UnusablePayloadException.class, () -> read("time", "added", ENTRY.replace(was, is))));
        assertEquals(field, refused.field());
    }

    @Test
    void refusesHoursOfMoreDigitsThanAnybodyWrites() {
        String digits = "9".repeat(1_000_000);
        UnusablePayloadException refused = assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThrows(
                        UnusablePayloadException.class,
                        () -> read("time", "added", ENTRY.replace("8.75", "\"" + digits + "\""))));
        assertEquals("Entity.actualHours", refused.field());
    }

    @Test
    void refusesTimeThatIsNotOnATicket() {
        UnusablePayloadException refused = assertThrows(
                UnusablePayloadException.class,
                () -> read("time", "added", ENTRY.replace("\"ServiceTicket\"", "\"Activity\"")));
        assertEquals("Entity.chargeToType", refused.field());
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'[]'",
        "'{'",
        "'\"text\"'",
        "'{\"Type\":\"ticket\",\"ID\":1,\"Action\":\"updated\",\"Entity\":\"[\"}'",
        "'{\"Type\":1e400,\"ID\":1,\"Action\":\"updated\",\"Entity\":\"{}\"}'",
        "'{\"Type\":1e99999999999,\"ID\":1,\"Action\":\"updated\",\"Entity\":\"{}\"}'"
    })
    void refusesWhatIsNoCallback(String body) {
        assertThrows(
                UnusablePayloadException.class, () -> ConnectWiseCallback.read(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void acceptsOnlyTheSignatureOfExactlyTheseBytes() throws JsonProcessingException {
        byte[] body = callback("ticket", "updated", TICKET);
        String signature = CallbackSignature.of(body, "signing-key");
        byte[] tampered = body.clone();
        tampered[tampered.length - 2] ^= 1;

        assertTrue(CallbackSignature.isValid(body, signature, "signing-key"));
        assertEquals(false, CallbackSignature.isValid(tampered, signature, "signing-key"));
        assertEquals(false, CallbackSignature.isValid(body, signature, "other-key"));
        assertEquals(false, CallbackSignature.isValid(body, null, "signing-key"));
        assertEquals(false, CallbackSignature.isValid(body, "not base64!", "signing-key"));
    }

    /** Computed with another implementation: HMAC-SHA256 of the body under the SHA-256 of the key, in base64. */
    @Test
    void signsAsThePlatformDoes() {
        assertEquals(
                "9yAONzkeqOhOXt5yKwM53LMt6shKWZLhJ2fHmsc5HSw=",
                CallbackSignature.of("{\"ID\":1}".getBytes(StandardCharsets.UTF_8), "signing-key"));
    }

    private static PsaFacts read(String type, String action, String entity) throws JsonProcessingException {
        return payload(type, action, entity).facts();
    }

    private static PsaPayload payload(String type, String action, String entity) throws JsonProcessingException {
        return ConnectWiseCallback.read(callback(type, action, entity)).orElseThrow();
    }

    private static byte[] callback(String type, String action, String entity) throws JsonProcessingException {
        return new ObjectMapper()
                .writeValueAsBytes(Map.of("ID", 70123, "Type", type, "Action", action, "Entity", entity));
    }
}
