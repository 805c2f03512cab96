package dev.remit.contracts.agreements.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import dev.remit.engines.scope.Treatment;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.WorkConditions;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.ClockState;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a version would change, or would have changed.
 *
 * @param schema {@link #SCHEMA}
 * @param mode ACTIVATED: what comes of it once both have signed; TRIED: what would have come of it on these dates
 * @param from the first local date that was looked at
 * @param to the first that was not looked at any more
 * @param asOf of which moment it is
 * @param tickets those of which something would be otherwise
 * @param money the work items that would be billed otherwise
 */
@Schema(name = "AgreementChanges")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangesList(
        String schema,
        UUID agreementId,
        int version,
        Mode mode,
        LocalDate from,
        LocalDate to,
        Instant asOf,
        Summary summary,
        List<TicketChange> tickets,
        List<MoneyChange> money) {

    /** The name and version of the schema. */
    public static final String SCHEMA = "remit-changes/1";

    /** In numbers. */
    @Schema(name = "AgreementChangesSummary")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Summary(
            @Schema(description = "How many tickets were created on the dates")
            int ticketsLookedAt,

            @Schema(description = "Of how many of them something would be otherwise")
            int ticketsChanged,

            List<VerdictChanges> verdicts,
            int breachesThatCome,
            int breachesThatGo,

            @Schema(description = "By currency, the work items that would be billed otherwise together")
            List<MoneySums> money) {}

    /** How many work items would go from one verdict to another, or stay with it by other clauses. */
    @Schema(name = "VerdictChanges")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VerdictChanges(
            @MayBeAbsent @Schema(description = "Absent where nothing is ruled yet")
            Verdict from,

            Verdict to,
            int workItems) {}

    /** What is billed and what waits, as it stands and as it would. */
    @Schema(name = "MoneySums")
    public record MoneySums(
            MoneyJson billedBefore,
            MoneyJson billedAfter,

            @Schema(description = "What would be billed, were it not for an approval, a ruling or a cap")
            MoneyJson heldBefore,

            MoneyJson heldAfter) {}

    /** A ticket of which something would be otherwise. */
    @Schema(name = "TicketChange")
    public record TicketChange(
            UUID ticketId,
            String connection,
            String externalId,
            Instant createdAt,
            List<RulingChange> rulings,
            List<ClockChange> clocks) {}

    /** A work item that would be ruled otherwise. */
    @Schema(name = "RulingChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RulingChange(
            UUID workItemId,
            int number,

            @MayBeAbsent @Schema(description = "Absent where nothing is ruled yet")
            Ruled before,

            Ruled after) {}

    /** What a ruling comes to. */
    @Schema(name = "RuledAs")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ruled(
            Verdict verdict,

            @MayBeAbsent @Schema(description = "Number of the clause that gives the headline")
            String clause,

            boolean approvalRequired,
            List<Case> cases) {}

    /** How some of the work is treated. */
    @Schema(name = "RuledCase")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Case(
            int rank,
            @MayBeAbsent String clause,
            @MayBeAbsent WorkConditions when,
            Treatment treatment) {}

    /** A clock whose status would be another; a side is absent where no terms hold. */
    @Schema(name = "ClockChange")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockChange(
            ClockKind clock,
            @MayBeAbsent ClockStatus before,
            @MayBeAbsent ClockStatus after) {

        int breachesMore() {
            return breaches(after) - breaches(before);
        }

        private static int breaches(ClockStatus status) {
            return status == null ? 0 : status.breaches();
        }
    }

    /** The state of a clock, and what came of it. */
    @Schema(name = "ClockStatus")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ClockStatus(
            ClockState state,
            int breaches,

            @MayBeAbsent @Schema(description = "Of one that is under way")
            Instant due) {}

    /** A work item that would be billed otherwise. */
    @Schema(name = "MoneyChange")
    public record MoneyChange(
            UUID workItemId, @Schema(examples = "cw/70123") String ticket, List<MoneySums> sums) {}
}
