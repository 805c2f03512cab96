package dev.remit.psa.connectwise;

import dev.remit.psa.PsaPayload;
import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.psa.TimeEntryFacts.Technician;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A time entry of ConnectWise PSA that was booked on a ticket. */
final class TimeEntry {

    private static final List<String> OF_BILLING = List.of("billableOption", "status", "invoice", "agreement");

    private TimeEntry() {}

    /** An entry has no place for travel; one that says nothing at all of billing leaves that as it was, too. */
    static PsaPayload read(Member entry) {
        boolean saysBilling = OF_BILLING.stream().anyMatch(name -> entry.node().has(name));
        return new PsaPayload(facts(entry), saysBilling ? Set.of("travel") : Set.of("travel", "billable"));
    }

    private static TimeEntryFacts facts(Member entry) {
        Member chargedTo = entry.member("chargeToType");
        String kind = chargedTo.required();
        if (!kind.endsWith("Ticket")) {
            throw chargedTo.unusable("is " + kind + ", not a ticket");
        }
        Member member = entry.member("member");
        return new TimeEntryFacts(
                entry.text("id"),
                entry.member("_info").instant("lastUpdated"),
                entry.text("chargeToId"),
                new Technician(member.text("identifier"), member.textOrNull("name")),
                entry.member("workType").textOrNull("name"),
                entry.member("workRole").textOrNull("name"),
                entry.instantOrNull("timeStart"),
                entry.instantOrNull("timeEnd"),
                null,
                entry.hoursAsSecondsOrNull("actualHours"),
                null,
                false,
                billable(entry),
                entry.textOrNull("notes"),
                false,
                null);
    }

    /** What the platform's own people have not approved, and what an agreement of its own covers, is not billable. */
    private static Billable billable(Member entry) {
        String status = lowerCase(entry.textOrNull("status"));
        if (entry.member("invoice").textOrNull("id") != null || status.equals("billed")) {
            return Billable.BILLED_ELSEWHERE;
        }
        if (entry.member("agreement").textOrNull("id") != null || status.equals("billedagreement")) {
            return Billable.COVERED;
        }
        return switch (lowerCase(entry.textOrNull("billableOption"))) {
            case "donotbill", "nocharge", "nodefault" -> Billable.NOT_BILLABLE;
            default -> status.isEmpty() ? Billable.BILLABLE : byStatus(status);
        };
    }

    private static Billable byStatus(String status) {
        return switch (status) {
            case "approvedbytierone", "approvedbytiertwo", "readytobill" -> Billable.BILLABLE;
            case "writtenoff" -> Billable.NOT_BILLABLE;
            default -> Billable.NOT_APPROVED;
        };
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
