package dev.remit.contracts.agreements.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A working calendar. Service levels, coverage and the rate card speak of it by its name.
 *
 * @param zone an IANA zone, or {@code SITE} for the zone of the ticket's own site
 * @param region whose holidays are listed, as ISO 3166 has it
 * @param weekly windows of local time for each day, as pairs of {@code HH:mm}
 * @param holidays local dates on which no window opens
 * @param exceptions local dates with windows of their own
 * @param weekendDays the days priced as weekend; empty for none, null for Saturday and Sunday
 */
@Schema(
        name = "AgreementCalendar",
        description = "A working calendar. Service levels, coverage and the rate card speak of it by its name.")
public record Calendar(
        @NotNull
        @Size(max = 64)
        @Schema(
                description = "An IANA time zone, or SITE for that of the ticket's own site.",
                examples = "America/New_York")
        String zone,

        @Pattern(regexp = REGION)
        @Schema(
                description = "Whose holidays are listed: an ISO 3166 code of a country or of a part of one.",
                examples = "US-NY")
        String region,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @NotNull
        @Schema(
                description = "For each day its windows, pairs of open and close as HH:mm local time. A close"
                        + " before its open runs overnight; 24:00 is the end of the day.",
                examples = "{\"MONDAY\":[[\"08:30\",\"17:30\"]]}")
        Map<
                        @NotNull DayOfWeek,
                        @NotNull @Size(max = 48) List<
                                @NotNull @Size(min = 2, max = 2) List<@NotNull @Size(max = 5) String>>>
                weekly,

        @Size(max = 2000) @Schema(description = "Local dates on which no window opens.", examples = "[\"2026-07-03\"]")
        List<@NotNull LocalDate> holidays,

        @Size(max = 2000)
        @Schema(
                description = "Local dates with windows of their own; an empty list: closed.",
                examples = "{\"2026-12-24\":[[\"08:30\",\"12:00\"]]}")
        Map<
                        @NotNull LocalDate,
                        @NotNull @Size(max = 48) List<
                                @NotNull @Size(min = 2, max = 2) List<@NotNull @Size(max = 5) String>>>
                exceptions,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 7)
        @Schema(description = "Days priced as weekend; an empty list: none. Absent: Saturday and Sunday.")
        List<@NotNull DayOfWeek> weekendDays) {

    private static final String REGION = "^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$";

    public Calendar {
        holidays = Terms.copy(holidays);
    }
}
