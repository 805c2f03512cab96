package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import dev.remit.engines.scope.LaterItems;
import dev.remit.engines.sla.UpdateAfter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that a version of an agreement promises. A draft may lack what lint later asks for, but what is there is
 * well formed.
 *
 * @param effectiveFrom first local date of the version
 * @param effectiveTo first local date on which it no longer holds; null while open-ended
 * @param language of its clauses, as BCP 47 has it; null for English
 * @param parties who signs it
 * @param term how long the parties are bound
 * @param clauses its paragraphs
 * @param scopeRules what is included, extra or excluded
 * @param laterItems how items are ruled that were added to the catalogue after signing; null is by their category
 * @param calendars its working calendars, by name
 * @param coverage its hours of cover
 * @param serviceLevels its targets
 * @param responseEvents what counts as a response; empty for a public message or a mapped status
 * @param clientWaits when a wait for the client is the client's time; null for what is usual
 * @param updateAfter what begins an update clock; null for our last update
 * @param contestWithinDays how long the client may contest a wait; null where nothing is agreed of that
 * @param rateCard what EXTRA work costs
 * @param compliance how many of its targets are to be met
 * @param credits what is owed for a miss
 * @param parameters figures of the service that are promised
 * @param deliverables what is owed on a schedule
 * @param responsibilities what the client owes
 * @param fees its recurring prices
 * @param allowances its prepaid hours
 * @param approvals what may be done without asking, and who may say yes
 * @param examples what it comes to in some cases
 * @param attachments files that belong to it
 * @param annexes what is signed beside the terms and applied by nobody
 */
@Schema(
        name = "AgreementTerms",
        description = "Everything that a version promises. A draft may lack what lint later asks for.")
public record Terms(
        @NotNull @Schema(description = "First local date of the version.", examples = "2026-01-01")
        LocalDate effectiveFrom,

        @Schema(description = "First local date on which it no longer holds. Absent: open-ended.")
        LocalDate effectiveTo,

        @Pattern(regexp = "^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
        @Schema(description = "Of its clauses, as a BCP 47 tag. Absent: English.", examples = "en-US")
        String language,

        @Valid Parties parties,
        @Valid Term term,
        @Size(max = 500) List<@NotNull @Valid Clause> clauses,
        @Size(max = 1000) List<@NotNull @Valid ScopeRule> scopeRules,

        @Schema(
                description =
                        "How items are ruled that were added to the catalogue after signing. Absent: by their category.")
        LaterItems laterItems,

        @Size(max = 100) @Schema(description = "Working calendars, by the names that the other terms call them by.")
        Map<@NotNull @Pattern(regexp = Slug.FORM) String, @NotNull @Valid Calendar> calendars,

        @Valid Coverage coverage,
        @Size(max = 100) List<@NotNull @Valid ServiceLevel> serviceLevels,

        @Size(max = 10) @Schema(description = "What counts as a response. Absent: a public message or a mapped status.")
        List<@NotNull @Pattern(regexp = "^(?:PUBLIC_MESSAGE|RESPONSE_STATUS|PUBLIC_UPDATE|ASSIGNED)$") String>
                responseEvents,

        @Valid ClientWaits clientWaits,

        @Schema(
                description =
                        "What begins an update clock, once the first response is given: our last public update, so"
                                + " that the client hears from us every so often, or the first message of the client that stands"
                                + " unanswered. Absent: the first.",
                examples = "CLIENT_MESSAGE")
        UpdateAfter updateAfter,

        @Min(1)
        @Max(366)
        @Schema(
                description = "For so many days after a wait ended, the client may contest it. Absent: not at all.",
                examples = "10")
        Integer contestWithinDays,

        @Valid RateCard rateCard,
        @Size(max = 50) List<@NotNull @Valid Compliance> compliance,
        @Size(max = 50) List<@NotNull @Valid Credit> credits,
        @Size(max = 100) List<@NotNull @Valid Parameter> parameters,
        @Size(max = 100) List<@NotNull @Valid Deliverable> deliverables,
        @Size(max = 100) List<@NotNull @Valid Responsibility> responsibilities,
        @Size(max = 100) List<@NotNull @Valid Fee> fees,
        @Size(max = 50) List<@NotNull @Valid Allowance> allowances,
        @Valid Approvals approvals,

        @Size(max = 50) @Schema(description = "What the terms come to in some cases.")
        List<@NotNull @Valid Example> examples,

        @Size(max = 100) @Schema(description = "Files that belong to the contract and are kept elsewhere.")
        List<@NotNull @Valid Attachment> attachments,

        @Size(max = 50) @Schema(description = "What is signed beside the terms and applied by nobody.")
        List<@NotNull @Valid Annex> annexes) {

    public Terms {
        clauses = copy(clauses);
        scopeRules = copy(scopeRules);
        calendars = calendars == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(calendars));
        serviceLevels = copy(serviceLevels);
        responseEvents = copy(responseEvents);
        compliance = copy(compliance);
        credits = copy(credits);
        parameters = copy(parameters);
        deliverables = copy(deliverables);
        responsibilities = copy(responsibilities);
        fees = copy(fees);
        allowances = copy(allowances);
        examples = copy(examples);
        attachments = copy(attachments);
        annexes = copy(annexes);
    }

    /** A list of its own, empty for null. Null elements stay, so that validation can name them. */
    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
