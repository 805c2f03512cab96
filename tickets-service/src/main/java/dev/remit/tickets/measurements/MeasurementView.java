package dev.remit.tickets.measurements;

import dev.remit.kit.http.MayBeAbsent;
import dev.remit.tickets.intake.AuthorView;
import dev.remit.tickets.measurements.MeasurementBody.Exclusion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was said to have been measured.
 *
 * @param to the last date of the period
 * @param revision from 1; what is said later is another
 * @param withdrawn whether it takes back what was said before and says nothing in its place; then the counts are absent
 * @param exclusions parts of both that do not count for a reason that the agreement names
 */
@Schema(name = "Measurement")
public record MeasurementView(
        String clientCode,
        String parameter,
        @Schema(examples = "2026-11") String period,
        LocalDate from,
        LocalDate to,
        int revision,
        boolean withdrawn,
        @MayBeAbsent Long numerator,
        @MayBeAbsent Long denominator,
        List<Exclusion> exclusions,
        @MayBeAbsent String source,
        @MayBeAbsent String note,
        Instant recordedAt,
        AuthorView recordedBy) {

    static MeasurementView of(String clientCode, MeasurementRevision revision) {
        MeasurementBody measured = revision.measured().orElse(null);
        return new MeasurementView(
                clientCode,
                revision.parameter(),
                revision.period().toString(),
                revision.period().first(),
                revision.period().last(),
                revision.revision(),
                measured == null,
                measured == null ? null : measured.numerator(),
                measured == null ? null : measured.denominator(),
                measured == null ? List.of() : measured.exclusions(),
                measured == null ? null : measured.source(),
                measured == null ? null : measured.note(),
                revision.recordedAt(),
                AuthorView.of(revision.recordedBy()));
    }
}
