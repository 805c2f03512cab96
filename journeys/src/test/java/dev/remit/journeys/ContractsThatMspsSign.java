package dev.remit.journeys;

import static dev.remit.journeys.Checks.says;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.journeys.contracts.ContractLifecycle;
import dev.remit.journeys.contracts.Work;
import dev.remit.journeys.proof.Chain;
import dev.remit.stack.demo.RemitApi;
import dev.remit.stack.demo.SandboxClock;
import dev.remit.stack.demo.Signatory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * By the hour, on weekdays, around the clock in four zones, taken over from paper, and a statement of work beside a master:
 * each is signed, decides what becomes of a ticket and what it costs, is amended, renewed, and ends; one version of each is
 * cancelled before it begins.
 */
class ContractsThatMspsSign {
    private static final Instant WORK_IS_DONE = Instant.parse("2026-03-20T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-20");

    private static RemitApi api;
    private static ContractLifecycle byTheHour;
    private static ContractLifecycle weekdays;
    private static ContractLifecycle statementOfWork;
    private static ContractLifecycle aroundTheClock;
    private static ContractLifecycle adopted;

    @BeforeAll
    static void start() {
        api = JourneyStack.ownTenant();
        Signatory naomi = new Signatory("naomi", "Naomi Hartwell", "Managing member");
        byTheHour = new ContractLifecycle(
                api,
                "tasman-joinery",
                "Support by the hour",
                new Signatory("wiremu", "Wiremu Hohepa", "Director", "tasman-joinery/signed.pdf"));
        weekdays = new ContractLifecycle(api, "hartwell-pruitt", "Managed IT services on weekdays", naomi);
        statementOfWork =
                new ContractLifecycle(api, "hartwell-pruitt", "Statement of work: move of the Dublin office", naomi);
        aroundTheClock = new ContractLifecycle(
                api,
                "bluepine-outfitters",
                "Managed IT services around the clock",
                new Signatory("marcus", "Marcus Odell", "Chief operating officer"));
        adopted = new ContractLifecycle(
                api,
                "marlow-vets",
                "IT support agreement of 3 March 2025",
                new Signatory("harriet", "Harriet Quill", "Senior partner", "marlow-vets/signed.pdf"));
    }

    @Test
    void theyLiveFromSigningToTheirEnd() {
        theyAreSignedAndInForce();
        new SandboxClock(api).moveTo(WORK_IS_DONE);
        eachRulesItsOwnWork();
        theyAreAmended();
        theyAreRenewedInTime();
        whatIsScheduledIsCancelledByBoth();
        theyEndWithNotice();
    }

    private static void theyAreSignedAndInForce() {
        isSigned(byTheHour, List.of(), List.of("CLIENT PAPER", "MSP API"));
        isSigned(weekdays, List.of(), List.of("CLIENT API", "MSP API"));
        isSigned(statementOfWork, List.of(), List.of("CLIENT API", "MSP API"));
        // Somebody is on call at night: that is what is bought.
        isSigned(
                aroundTheClock,
                List.of("target-while-closed", "target-while-closed"),
                List.of("CLIENT API", "MSP API"));
        // It began before anybody here knew of it.
        isSigned(adopted, List.of("begins-in-the-past"), List.of());
        says("2025-03-03", adopted.version(1), "/adopted/signedOn");
        says("Harriet Quill", adopted.version(1), "/adopted/signers/1/name");
        for (ContractLifecycle contract : List.of(byTheHour, weekdays, aroundTheClock)) {
            assertEquals(0, contract.inForceOn("2025-12-31"), contract + " before it begins");
            assertEquals(1, contract.inForceOn("2026-01-01"), contract + " on its first day");
        }
        assertEquals(1, adopted.inForceOn("2025-04-01"));
        assertEquals(0, statementOfWork.inForceOn("2026-02-01"));
        assertEquals(1, statementOfWork.inForceOn("2026-02-02"));
        assertEquals(0, statementOfWork.inForceOn("2026-09-01"));
    }

    private static void isSigned(ContractLifecycle contract, List<String> findings, List<String> methods) {
        assertEquals(findings, contract.lint(1), () -> "lint of " + contract);
        assertEquals(methods, contract.methods(1), () -> "signatures of " + contract);
        assertTrue(contract.isIntact(1), () -> contract + " is intact");
    }

    private static void eachRulesItsOwnWork() {
        Work work = new Work(api);

        // Twenty minutes at the workshop on a Tuesday at 10:00 in Nelson: an hour, and the trip.
        JsonNode fault = work.ticket("310", "61", "Service desk", "Workstation", "2026-03-09T20:00:00Z");
        work.time(fault, "On-site", "2026-03-09T21:00:00Z", "2026-03-09T21:20:00Z", true);
        ruled(fault, "EXTRA", "4.1");

        // Eighty minutes on a Saturday: the ticket is included, the weekend is not.
        JsonNode printer = work.ticket("320", "62", "Service desk", "Printer", "2026-02-20T19:00:00Z");
        work.time(printer, "Remote", "2026-02-21T15:00:00Z", "2026-02-21T16:20:00Z", false);
        ruled(printer, "INCLUDED", "4.1");

        // The third new starter of a month.
        JsonNode starter = null;
        for (int i = 0; i < 3; i++) {
            starter = work.ticket("320", "62", "Change", "New starter", "2026-03-0" + (i + 2) + "T15:00:00Z");
            ruled(starter, i < 2 ? "INCLUDED" : "EXTRA", "4.3");
        }
        work.time(starter, "Remote", "2026-03-04T16:00:00Z", "2026-03-04T17:00:00Z", false);

        // The move that the statement of work is about, by two technicians on a weekend; and one that it is not about.
        JsonNode move = work.ticket("320", "63", "Project", "Office move", "2026-03-05T15:00:00Z");
        work.time(move, "On-site", "2026-03-07T14:00:00Z", "2026-03-07T22:00:00Z", true);
        work.time(move, "On-site", "2026-03-08T14:00:00Z", "2026-03-08T22:00:00Z", true);
        ruled(move, "EXTRA", "1.1");
        says("ADDENDUM", move, "/workItems/0/ruling/cases/0/agreement/kind");
        JsonNode elsewhere = work.ticket("320", "62", "Project", "Office move", "2026-03-05T15:30:00Z");
        ruled(elsewhere, "EXTRA", "4.4");

        // A visit to Tacoma on a Saturday evening: a call-out, and nothing for the time.
        JsonNode outage = work.ticket("330", "67", "Infrastructure", "Network", "2026-03-15T02:00:00Z");
        work.time(outage, "On-site", "2026-03-15T03:00:00Z", "2026-03-15T04:30:00Z", false);
        ruled(outage, "INCLUDED", "4.1");

        JsonNode reading = work.ticket("340", "68", "Service desk", "Password", "2026-03-10T10:00:00Z");
        work.time(reading, "Remote", "2026-03-10T10:00:00Z", "2026-03-10T10:20:00Z", false);
        ruled(reading, "INCLUDED", "4");
        assertTrue(reading.at("/workItems/0/ruling").toString().contains("the MSP's reading"), reading::toString);

        work.bills(fault, "4.1 LABOUR 60 160.00 160.00 OPEN", "4.1 TRAVEL 0 65.00 65.00 OPEN");
        work.bills(printer, "4.2 LABOUR 90 326.25 0.00 AWAITING_APPROVAL");
        work.bills(starter, "4.3 FIXED 0 180.00 180.00 OPEN", "4.3 LABOUR 60 145.00 0.00 IN_PRICE");
        work.bills(
                move,
                "1.1 FIXED 0 9600.00 9600.00 OPEN",
                "1.1 LABOUR 480 2100.00 0.00 IN_PRICE",
                "1.1 LABOUR 480 2100.00 0.00 IN_PRICE",
                "1.1 TRAVEL 0 45.00 0.00 IN_PRICE",
                "1.1 TRAVEL 0 45.00 0.00 IN_PRICE");
        work.bills(outage, "4.1 CALL_OUT 0 140.00 140.00 OPEN", "4.1 LABOUR 90 405.00 0.00 INCLUDED");
        work.bills(reading, "4 LABOUR 30 39.00 0.00 INCLUDED");
        aTargetIsInBusinessDays(work);
    }

    /** A P4 of Thursday 10:00 in Ohio: its fifth business day is the next Thursday, which closes at 17:30. */
    private static void aTargetIsInBusinessDays(Work work) {
        JsonNode wish = work.ticket(
                "320",
                "62",
                "Service desk",
                "Printer",
                "Priority 4 - Scheduled Maintenance",
                "2026-02-26T15:00:00Z",
                "2026-03-06T15:00:00Z");
        String path = "/api/tickets/v1/tickets/" + wish.path("id").asText();
        JsonNode resolution = clock(path, "RESOLUTION");
        says("5", resolution, "/targetBusinessDays");
        says("CLOSE", resolution, "/targetBy");
        says("2026-03-05T22:30:00Z", resolution, "/due");
        says("BREACHED", resolution, "/state");
        says("2026-03-05T22:30:00Z", resolution, "/breachedAt");
        assertEquals(OptionalInt.empty(), Chain.firstBroken(Chain.whole(api.as("auditor"), path + "/evidence")));
    }

    private static JsonNode clock(String ticket, String kind) {
        for (JsonNode clock : api.as("desk").get(ticket + "/clocks").path("clocks")) {
            if (clock.path("clock").asText().equals(kind)) {
                return clock;
            }
        }
        throw new AssertionError(ticket + " has no clock " + kind);
    }

    private static void ruled(JsonNode ticket, String verdict, String clause) {
        says(verdict, ticket, "/workItems/0/ruling/verdict");
        says(clause, ticket, "/workItems/0/ruling/clause/id");
    }

    private static void theyAreAmended() {
        // What is left of the initial term is what it was: the new version counts from its own first date.
        amended(
                byTheHour,
                "2026-07-01",
                "2026-01-01",
                "160.00",
                "170.00",
                "225.00",
                "235.00",
                "Months\":12",
                "Months\":6");
        amended(
                weekdays,
                "2026-07-01",
                "2026-01-01",
                "175.00",
                "185.00",
                "570.00",
                "600.00",
                "Months\":24",
                "Months\":18");
        amended(
                aroundTheClock,
                "2026-07-01",
                "2026-01-01",
                "180.00",
                "190.00",
                "2280.00",
                "2400.00",
                "Months\":12",
                "Months\":6");
        amended(adopted, "2026-07-01", "2025-04-01", "92.00", "96.00", "357.00", "371.00");
        amended(statementOfWork, "2026-05-01", "2026-02-02", "9600.00", "10400.00", "9,600.00", "10,400.00");
        assertEquals(List.of("CLIENT PAPER", "MSP API"), adopted.methods(2));
    }

    /** @param price the old one and the new one, and whatever else becomes something else, in pairs */
    private static void amended(ContractLifecycle contract, String from, String before, String... price) {
        String[] replacements = new String[price.length + 2];
        replacements[0] = "\"effectiveFrom\":\"" + before;
        replacements[1] = "\"effectiveFrom\":\"" + from;
        System.arraycopy(price, 0, replacements, 2, price.length);
        int version = contract.draft(1, replacements);
        assertEquals(2, version);
        assertEquals(contract == aroundTheClock ? 2 : 0, contract.lint(2).size(), () -> contract.lint(2)
                .toString());
        contract.sign(2);
        String difference = contract.difference(2);
        assertTrue(difference.contains(price[0]) && difference.contains(price[1]), difference);
        LocalDate first = LocalDate.parse(from);
        assertEquals(1, contract.inForceOn(first.minusDays(1).toString()));
        assertEquals(2, contract.inForceOn(from));
    }

    private static void theyAreRenewedInTime() {
        notice(byTheHour, "2026-12-02");
        notice(weekdays, "2027-10-03");
        notice(aroundTheClock, "2026-11-02");
        notice(adopted, "2027-01-01");
        assertEquals("2026-09-01", statementOfWork.dates().get("END"));
        renewed(byTheHour, "2027-01-01", null);
        renewed(weekdays, "2028-01-01", null);
        renewed(aroundTheClock, "2027-01-01", null);
        renewed(adopted, "2027-04-01", "2029-04-01");
        renewed(statementOfWork, "2026-09-01", "2027-02-01");
    }

    private static void notice(ContractLifecycle contract, String date) {
        assertEquals(date, contract.dates().get("NOTICE"), () -> contract + " " + contract.dates());
    }

    private static void renewed(ContractLifecycle contract, String from, String to) {
        int version = contract.draftAfter(2, from, to);
        // Nobody has listed the holidays of the new years yet, and lint says so.
        assertEquals(contract != statementOfWork, contract.lint(version).contains("no-holidays"));
        contract.sign(version);
        assertEquals(2, contract.inForceOn(LocalDate.parse(from).minusDays(1).toString()));
        assertEquals(3, contract.inForceOn(from));
    }

    private static void whatIsScheduledIsCancelledByBoth() {
        for (Map.Entry<ContractLifecycle, String> next : Map.of(
                        byTheHour, "2027-10-01",
                        weekdays, "2028-10-01",
                        aroundTheClock, "2027-10-01",
                        adopted, "2027-10-01",
                        statementOfWork, "2026-12-01")
                .entrySet()) {
            ContractLifecycle contract = next.getKey();
            String to = contract == adopted ? "2029-04-01" : contract == statementOfWork ? "2027-02-01" : null;
            contract.sign(contract.draftAfter(3, next.getValue(), to));
            says("SCHEDULED", contract.version(4), "/status");
            assertEquals(4, contract.inForceOn(next.getValue()));
            contract.cancel(4, "Both stay with what is signed.", contract == byTheHour ? TODAY.plusDays(1) : TODAY);
            says("WITHDRAWN", contract.version(4), "/status");
            assertEquals(3, contract.inForceOn(next.getValue()));
        }
    }

    private static void theyEndWithNotice() {
        ended(statementOfWork, "2026-11-01");
        ended(byTheHour, "2027-06-01");
        ended(weekdays, "2028-06-01");
        ended(aroundTheClock, "2027-06-01");
        ended(adopted, "2027-06-01");
        new SandboxClock(api).moveTo(Instant.parse("2028-06-02T00:00:00Z"));
        for (ContractLifecycle contract : List.of(byTheHour, weekdays, statementOfWork, aroundTheClock, adopted)) {
            says("ENDED", contract.version(1), "/status");
            says("ENDED", contract.version(2), "/status");
            says("TERMINATED", contract.version(3), "/status");
            says("WITHDRAWN", contract.version(4), "/status");
        }
    }

    private static void ended(ContractLifecycle contract, String end) {
        contract.terminate(3, end, TODAY);
        says("SCHEDULED", contract.version(3), "/status");
        says("LETTER", contract.version(3), "/ending/notice/form");
        assertEquals(3, contract.inForceOn(LocalDate.parse(end).minusDays(1).toString()));
        assertEquals(0, contract.inForceOn(end));
        assertEquals(end, contract.dates().get("END"), () -> contract + " " + contract.dates());
    }
}
