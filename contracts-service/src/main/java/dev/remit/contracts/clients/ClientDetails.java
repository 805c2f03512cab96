package dev.remit.contracts.clients;

import dev.remit.contracts.IanaZone;
import dev.remit.contracts.IsoCurrency;
import dev.remit.kit.json.ExtendedBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything of a client that can change. */
@Schema(description = "Everything of a client that can change. Lists are replaced as a whole.")
class ClientDetails extends ExtendedBody {
    @NotBlank
    @Size(max = 200)
    @Schema(examples = "Whitfield & Crane LLP")
    private String name;

    @NotNull
    @IanaZone
    @Schema(description = "IANA time zone.", examples = "America/New_York")
    private String timeZone;

    @NotNull
    @IsoCurrency
    @Schema(description = "ISO 4217 code.", examples = "USD")
    private String currency;

    @Valid
    private LegalEntity legal;

    @Size(max = 500)
    private List<@NotNull @Valid SiteBody> sites;

    @Size(max = 100)
    private List<@NotNull @Valid ApproverBody> approvers;

    @Size(max = 200)
    private List<@NotNull @Valid Contact> contacts;

    @Size(max = 20)
    private List<@NotNull @Valid ExternalRef> externalRefs;

    /** Of the firm. */
    String name() {
        return name;
    }

    /** Its own zone, where a site's is not known. */
    String timeZone() {
        return timeZone;
    }

    /** In which its work is priced. */
    String currency() {
        return currency;
    }

    /** How contracts name it; may be null. */
    LegalEntity legal() {
        return legal;
    }

    /** Where it works. */
    List<SiteBody> sites() {
        return orNone(sites);
    }

    /** Who signs and approves for it. */
    List<ApproverBody> approvers() {
        return orNone(approvers);
    }

    /** Whom one can ask. */
    List<Contact> contacts() {
        return orNone(contacts);
    }

    /** Its keys in other systems. */
    List<ExternalRef> externalRefs() {
        return orNone(externalRefs);
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }
}
