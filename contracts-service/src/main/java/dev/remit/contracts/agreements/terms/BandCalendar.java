package dev.remit.contracts.agreements.terms;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The calendar by which surcharges are read where it is not the coverage.
 *
 * @param zone an IANA zone, or {@code SITE} for the zone of the ticket's own site
 * @param weekly windows of local time for each day, as pairs of {@code HH:mm}
 * @param holidays local dates on which no window opens
 * @param exceptions local dates with windows of their own
 * @param weekendDays the days priced as weekend; empty for none, null for Saturday and Sunday
 */
@Schema(description = "The calendar by which surcharges are read where it is not the coverage.")
public record BandCalendar(
        @NotNull
        @Size(max = 64)
        @Schema(
                description = "An IANA time zone, or SITE for that of the ticket's own site.",
                examples = "America/New_York")
        String zone,

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

    public BandCalendar {
        holidays = Terms.copy(holidays);
    }
}
