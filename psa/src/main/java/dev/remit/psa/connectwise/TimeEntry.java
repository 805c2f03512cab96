package dev.remit.psa.connectwise;

import dev.remit.psa.TimeEntryFacts;
import dev.remit.psa.TimeEntryFacts.Billable;
import dev.remit.psa.TimeEntryFacts.Technician;
import java.util.Locale;

/** A time entry of ConnectWise PSA that was booked on a ticket. */
final class TimeEntry {

    private TimeEntry() {}

    static TimeEntryFacts facts(Member entry) {
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
                entry.hoursAsSecondsOrNull("actualHours"),
                false,
                billable(entry),
                entry.textOrNull("notes"),
                false);
    }

    private static Billable billable(Member entry) {
        if (entry.member("invoice").textOrNull("id") != null || "Billed".equalsIgnoreCase(entry.textOrNull("status"))) {
            return Billable.BILLED_ELSEWHERE;
        }
        String option = entry.textOrNull("billableOption");
        return switch (option == null ? "" : option.toLowerCase(Locale.ROOT)) {
            case "donotbill", "nocharge" -> Billable.NOT_BILLABLE;
            default -> Billable.BILLABLE;
        };
    }
}
