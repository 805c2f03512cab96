package dev.remit.contracts.agreements.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remit.contracts.Slug;
import dev.remit.engines.sla.ChangePolicy;
import dev.remit.engines.sla.ClockKind;
import dev.remit.engines.sla.WaitReason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The targets of one priority, for one kind of ticket or for all. A clock has a target in minutes or in business days, or
 * is named in {@code noTarget}, or (PLAN and UPDATE only) is not spoken of.
 *
 * @param clause the clause that promises it
 * @param priority the priority, such as {@code P3}
 * @param ticketClass the kind of ticket; null for every kind that has no level of its own
 * @param sites the client's sites that it is for; empty for every site that has no level of its own
 * @param responseMinutes working minutes until the first response
 * @param response the same in business days, as the next three for theirs
 * @param planMinutes working minutes until a plan is given
 * @param plan in business days
 * @param updateMinutes working minutes between updates
 * @param update in business days
 * @param resolutionMinutes working minutes until resolved
 * @param resolution in business days
 * @param noTarget clocks for which the parties agree on no target
 * @param calendar COVERAGE for the hours of cover of the ticket's site, ALWAYS, or the name of a calendar
 * @param pauses for each clock, the waits that stop it
 * @param warningPercents at which parts of the target to warn; empty for none, null for the usual ones
 * @param onPriorityChange whether a new priority keeps the consumed time
 */
@Schema(
        description =
                "The targets of one priority, for one kind of ticket or, without ticketClass, for every other kind."
                        + " Each is in minutes or in business days, not in both.")
public record ServiceLevel(
        @NotNull @Pattern(regexp = Clause.ID) @Schema(examples = "6.1")
        String clause,

        @NotNull @Pattern(regexp = PRIORITY) @Schema(examples = "P3")
        String priority,

        @Schema(description = "Absent: every kind that has no level of its own.")
        @Pattern(regexp = ScopeRule.TICKET_CLASS)
        String ticketClass,

        @Size(max = 200)
        @Schema(
                description =
                        "Codes of the client's sites. Absent: every site that has no level of its own, which goes before"
                                + " one for a kind of ticket.",
                examples = "[\"broad-street\"]")
        List<@NotNull @Pattern(regexp = Slug.FORM) String> sites,

        @Min(1) @Max(MOST_MINUTES) @Schema(examples = "240") Integer responseMinutes,
        @Valid DaysTarget response,
        @Min(1) @Max(MOST_MINUTES) Integer planMinutes,
        @Valid DaysTarget plan,
        @Min(1) @Max(MOST_MINUTES) Integer updateMinutes,
        @Valid DaysTarget update,

        @Min(1) @Max(MOST_MINUTES) @Schema(examples = "2400")
        Integer resolutionMinutes,

        @Valid DaysTarget resolution,

        @Size(max = 4) @Schema(description = "Clocks for which the parties agree on no target.")
        List<@NotNull ClockKind> noTarget,

        @NotNull
        @Pattern(regexp = CALENDAR)
        @Schema(
                description = "When its clocks run: COVERAGE is in the hours of cover of the ticket's site, ALWAYS day"
                        + " and night; anything else is the name of a calendar.",
                examples = "COVERAGE")
        String calendar,

        @Size(max = 4)
        @Schema(
                description = "For each clock, the waits that stop it; an empty list: none. A clock that is not"
                        + " named has the usual ones, and at P1 none.",
                examples = "{\"RESOLUTION\":[\"CLIENT\",\"VENDOR\",\"APPROVAL\",\"SCHEDULED\"]}")
        Map<@NotNull ClockKind, @NotNull @Size(max = 5) List<@NotNull WaitReason>> pauses,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 10)
        @Schema(description = "An empty list: no warnings. Absent: 50, 75 and 90.", examples = "[50,75,90]")
        List<@NotNull @Min(1) @Max(99) Integer> warningPercents,

        @Schema(description = "Absent: CARRY.") ChangePolicy onPriorityChange) {

    /** The form of a priority. */
    public static final String PRIORITY = "^[A-Z0-9][A-Z0-9_-]{0,19}$";

    static final String CALENDAR = "^(?:COVERAGE|ALWAYS|(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*)$";

    /** Ten years of minutes; a longer target is a slip of the pen. */
    static final int MOST_MINUTES = 5_256_000;

    public ServiceLevel {
        sites = Terms.copy(sites);
        noTarget = Terms.copy(noTarget);
    }
}
