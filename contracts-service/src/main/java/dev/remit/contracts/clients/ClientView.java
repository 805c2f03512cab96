package dev.remit.contracts.clients;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client as it is read. */
@Schema(name = "Client")
record ClientView(
        UUID id,
        String code,
        String name,
        String timeZone,
        String currency,
        @MayBeAbsent LegalEntity legal,
        List<SiteBody> sites,
        List<ApproverBody> approvers,
        List<Contact> contacts,
        List<ExternalRef> externalRefs,

        @MayBeAbsent
        @Schema(description = "The latest changes to the list of approvers, newest first. Absent in lists of clients.")
        List<ApproverChangeView> approverChanges,

        Instant createdAt,
        Instant updatedAt) {

    /** @param approverChanges null where they are not shown */
    static ClientView of(Client client, List<ApproverChangeView> approverChanges) {
        return new ClientView(
                client.id(),
                client.code(),
                client.name(),
                client.timeZone().getId(),
                client.currency(),
                client.legal().orElse(null),
                client.sites().stream().map(Site::body).toList(),
                client.approvers().stream().map(Approver::body).toList(),
                client.contacts(),
                client.externalRefs(),
                approverChanges,
                client.createdAt(),
                client.updatedAt());
    }
}
