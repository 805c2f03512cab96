package dev.remit.contracts.clients;

import dev.remit.contracts.IanaZone;
import dev.remit.contracts.IsoCurrency;
import dev.remit.contracts.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A client with the code that it keeps for good.
 *
 * @param code its short name, unique in the tenant
 * @param name of the firm
 * @param timeZone its own zone, where a site's is not known
 * @param currency in which its work is priced
 * @param legal how contracts name it; may be null
 * @param sites where it works
 * @param approvers who signs and approves for it
 * @param contacts whom one can ask
 * @param externalRefs its keys in other systems
 */
@Schema(description = "A client with the code that it keeps for good.")
record ClientCreation(
        @NotNull
        @Pattern(regexp = Slug.FORM)
        @Schema(description = "Unique in the tenant; never changes.", examples = "whitfield-crane")
        String code,

        @NotBlank @Size(max = 200) @Schema(examples = "Whitfield & Crane LLP")
        String name,

        @NotNull @IanaZone @Schema(description = "IANA time zone.", examples = "America/New_York")
        String timeZone,

        @NotNull @IsoCurrency @Schema(description = "ISO 4217 code.", examples = "USD")
        String currency,

        @Valid LegalEntity legal,
        @Size(max = 500) List<@NotNull @Valid SiteBody> sites,
        @Size(max = 100) List<@NotNull @Valid ApproverBody> approvers,
        @Size(max = 200) List<@NotNull @Valid Contact> contacts,
        @Size(max = 20) List<@NotNull @Valid ExternalRef> externalRefs) {

    ClientDetails details() {
        return new ClientDetails(name, timeZone, currency, legal, sites, approvers, contacts, externalRefs);
    }
}
