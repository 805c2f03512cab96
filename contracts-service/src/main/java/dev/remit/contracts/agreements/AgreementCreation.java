package dev.remit.contracts.agreements;

import dev.remit.contracts.Slug;
import dev.remit.engines.scope.AgreementKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The beginning of a contract.
 *
 * @param clientCode with whom
 * @param title what it is called
 * @param kind MASTER if it stands by itself, ADDENDUM if it stands beside a master. Absent: MASTER
 * @param masterId of an addendum, the client's master that it is an addendum to
 */
record AgreementCreation(
        @NotNull @Pattern(regexp = Slug.FORM) @Schema(examples = "whitfield-crane")
        String clientCode,

        @NotBlank @Size(max = 200) @Schema(examples = "Managed IT services")
        String title,

        AgreementKind kind,
        UUID masterId) {

    boolean isAddendum() {
        return kind == AgreementKind.ADDENDUM;
    }
}
