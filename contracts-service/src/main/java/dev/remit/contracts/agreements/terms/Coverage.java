package dev.remit.contracts.agreements.terms;

import dev.remit.contracts.Slug;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The hours of cover: in them the clocks run, and by them surcharges are read where the rate card names no calendar.
 *
 * @param clause the clause that grants it
 * @param calendar name of the calendar of every place without one of its own
 * @param sites names of calendars by site code
 */
@Schema(
        description = "The hours of cover: in them the clocks run, and by them surcharges are read where the rate card"
                + " names no calendar.")
public record Coverage(
        @NotNull @Pattern(regexp = Clause.ID) @Schema(examples = "5.1")
        String clause,

        @NotNull
        @Pattern(regexp = Slug.FORM)
        @Schema(description = "Name of the calendar of every place without one of its own.", examples = "office-hours")
        String calendar,

        @Size(max = 1000)
        @Schema(
                description = "Names of other calendars, by the codes of the sites that go by them.",
                examples = "{\"market-street\":\"store-hours\"}")
        Map<@NotNull @Pattern(regexp = Slug.FORM) String, @NotNull @Pattern(regexp = Slug.FORM) String> sites) {

    public Coverage {
        sites = sites == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sites));
    }
}
