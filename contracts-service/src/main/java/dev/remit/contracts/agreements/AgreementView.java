package dev.remit.contracts.agreements;

import dev.remit.engines.scope.AgreementKind;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement as it is read. */
@Schema(name = "Agreement")
record AgreementView(
        UUID id,
        String clientCode,
        AgreementKind kind,

        @MayBeAbsent @Schema(description = "The agreement that it is an addendum to. Absent for a master.")
        UUID masterId,

        String title,

        @MayBeAbsent
        @Schema(
                description = "The number of the version in force on the date that was asked for, else on today's date"
                        + " of the client. Absent if there is none.")
        Integer versionInForce,

        List<Summary> versions,
        Instant createdAt) {

    /** A version in brief. */
    @Schema(name = "AgreementVersionSummary")
    record Summary(
            int version,

            @Schema(description = "On today's date of the client.")
            VersionStatus status,

            LocalDate effectiveFrom,

            @MayBeAbsent
            @Schema(
                    description =
                            "First local date on which it no longer holds, which may be earlier than its own terms"
                                    + " say. Absent: open-ended, or WITHDRAWN.")
            LocalDate effectiveTo) {}

    /**
     * As it stands on a date.
     *
     * @param versions that the reader may see
     * @param dates of the agreement's versions, and of its master's
     * @param today the client's local date
     * @param inForceOn on which date a version is to be in force; empty for today
     */
    static AgreementView of(
            Agreement agreement,
            List<AgreementVersion> versions,
            VersionDates dates,
            LocalDate today,
            Optional<LocalDate> inForceOn) {
        return new AgreementView(
                agreement.id(),
                agreement.client().code(),
                agreement.kind(),
                agreement.masterId(),
                agreement.title(),
                dates.inForce(inForceOn.orElse(today), agreement)
                        .map(AgreementVersion::number)
                        .orElse(null),
                versions.stream()
                        .map(version -> new Summary(
                                version.number(),
                                dates.status(version, today),
                                version.effectiveFrom(),
                                dates.effectiveTo(version)))
                        .toList(),
                agreement.createdAt());
    }
}
