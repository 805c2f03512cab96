package dev.remit.contracts.clients;

import dev.remit.contracts.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A client as it is read. */
@Schema(
        name = "Client",
        requiredProperties = {
            "id",
            "code",
            "name",
            "timeZone",
            "currency",
            "sites",
            "approvers",
            "externalRefs",
            "createdAt",
            "updatedAt"
        })
record ClientView(
        UUID id,
        String code,
        String name,
        String timeZone,
        String currency,
        List<SiteBody> sites,
        List<ApproverBody> approvers,
        List<ExternalRef> externalRefs,
        Instant createdAt,
        Instant updatedAt) {

    static Versioned<ClientView> versioned(Client client) {
        return new Versioned<>(of(client), client.revision());
    }

    static ClientView of(Client client) {
        return new ClientView(
                client.id(),
                client.code(),
                client.name(),
                client.timeZone().getId(),
                client.currency(),
                client.sites().stream().map(Site::body).toList(),
                client.approvers().stream().map(Approver::body).toList(),
                client.externalRefs(),
                client.createdAt(),
                client.updatedAt());
    }
}
