package dev.remit.contracts.agreements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An agreement as it is read. */
@Schema(
        name = "Agreement",
        requiredProperties = {"id", "clientCode", "title", "versions", "createdAt"})
record AgreementView(
        UUID id,
        String clientCode,
        String title,

        @Schema(description = "The number of the ACTIVE version. Absent if there is none.")
        Integer activeVersion,

        List<Summary> versions,
        Instant createdAt) {

    /** A version in brief. */
    @Schema(
            name = "AgreementVersionSummary",
            requiredProperties = {"version", "status", "effectiveFrom"})
    record Summary(
            int version,
            VersionStatus status,
            LocalDate effectiveFrom,

            @Schema(description = "First local date on which it no longer holds. Absent: open-ended.")
            LocalDate effectiveTo) {}

    static AgreementView of(Agreement agreement, List<AgreementVersion> versions) {
        return new AgreementView(
                agreement.id(),
                agreement.client().code(),
                agreement.title(),
                versions.stream()
                        .filter(version -> version.status() == VersionStatus.ACTIVE)
                        .map(AgreementVersion::number)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                versions.stream().map(AgreementView::summary).toList(),
                agreement.createdAt());
    }

    private static Summary summary(AgreementVersion version) {
        return new Summary(version.number(), version.status(), version.effectiveFrom(), version.effectiveTo());
    }
}
