package dev.remit.contracts.agreements.terms;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that a version of an agreement promises. A draft may lack what lint later asks for, but what is there is
 * well formed.
 *
 * @param effectiveFrom first local date of the version
 * @param effectiveTo first local date on which it no longer holds; null while open-ended
 * @param clauses its paragraphs
 * @param scopeRules what is included, extra or excluded
 * @param coverage its working calendar
 * @param serviceLevels its targets
 * @param responseEvents what counts as a response; empty for a public message or a mapped status
 * @param rateCard what EXTRA work costs
 */
@Schema(name = "Terms", description = "Everything that a version promises. A draft may lack what lint later asks for.")
public record Terms(
        @NotNull @Schema(description = "First local date of the version.", examples = "2026-01-01")
        LocalDate effectiveFrom,

        @Schema(description = "First local date on which it no longer holds. Absent: open-ended.")
        LocalDate effectiveTo,

        @Size(max = 500) List<@NotNull @Valid Clause> clauses,
        @Size(max = 1000) List<@NotNull @Valid ScopeRule> scopeRules,
        @Valid Coverage coverage,
        @Size(max = 100) List<@NotNull @Valid ServiceLevel> serviceLevels,

        @Size(max = 10) @Schema(description = "What counts as a response. Absent: a public message or a mapped status.")
        List<@NotNull @Pattern(regexp = "^(?:PUBLIC_MESSAGE|RESPONSE_STATUS|PUBLIC_UPDATE|ASSIGNED)$") String>
                responseEvents,

        @Valid RateCard rateCard) {

    public Terms {
        clauses = copy(clauses);
        scopeRules = copy(scopeRules);
        serviceLevels = copy(serviceLevels);
        responseEvents = copy(responseEvents);
    }

    /** A list of its own, empty for null. Null elements stay, so that validation can name them. */
    static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
