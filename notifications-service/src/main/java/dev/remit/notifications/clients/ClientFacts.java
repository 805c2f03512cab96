package dev.remit.notifications.clients;

import java.util.List;
import java.util.UUID;

/** What is read of a changed client. */
public record ClientFacts(
        UUID clientId, String code, String name, String timeZone, List<Approver> approvers, long revision) {
    public ClientFacts {
        approvers = approvers == null ? List.of() : List.copyOf(approvers);
    }
}
