package dev.remit.contracts.clients;

import dev.remit.contracts.IanaZone;
import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place where the client works.
 *
 * @param code its short name, unique within the client
 * @param name for people
 * @param timeZone the zone in which its working hours are read
 * @param externalRefs its keys in other systems
 */
@Schema(name = "Site", description = "A place where the client works.")
record SiteBody(
        @NotNull
        @Pattern(regexp = Slug.FORM)
        @Schema(description = "Unique within the client.", examples = "broad-street")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "40 Broad Street")
        String name,

        @NotNull @IanaZone @Schema(description = "IANA time zone.", examples = "America/New_York")
        String timeZone,

        @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs) {

    SiteBody {
        externalRefs = externalRefs == null ? List.of() : externalRefs;
    }
}
