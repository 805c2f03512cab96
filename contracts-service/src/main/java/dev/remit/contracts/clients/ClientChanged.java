package dev.remit.contracts.clients;

import java.util.List;
import java.util.UUID;

/** The event that a client is new or has changed: its whole state, so that a reader needs no earlier one. */
record ClientChanged(
        UUID clientId,
        String code,
        String name,
        String timeZone,
        String currency,
        LegalEntity legal,
        List<SiteState> sites,
        List<ApproverState> approvers,
        List<ExternalRef> externalRefs,
        int revision) {

    record SiteState(UUID siteId, String code, String name, String timeZone, List<ExternalRef> externalRefs) {}

    /**
     * @param subject the id of their account, or null while it is not on record
     * @param deputyOf the user name of whom they stand in for, or null
     */
    record ApproverState(
            UUID approverId,
            String name,
            String email,
            String username,
            String subject,
            boolean active,
            String deputyOf) {}

    static ClientChanged of(Client client) {
        return new ClientChanged(
                client.id(),
                client.code(),
                client.name(),
                client.timeZone().getId(),
                client.currency(),
                client.legal().orElse(null),
                client.sites().stream().map(ClientChanged::state).toList(),
                client.approvers().stream().map(ClientChanged::state).toList(),
                client.externalRefs(),
                client.revision());
    }

    private static SiteState state(Site site) {
        SiteBody body = site.body();
        return new SiteState(site.id(), body.code(), body.name(), body.timeZone(), body.externalRefs());
    }

    private static ApproverState state(Approver approver) {
        ApproverBody body = approver.body();
        return new ApproverState(
                approver.id(),
                body.name(),
                body.email(),
                body.username(),
                body.subject(),
                body.active(),
                body.deputyOf());
    }
}
