package dev.remit.contracts.clients;

import dev.remit.kit.feed.Outbox;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells a client of every change to its list of approvers: in its own view, and on the feed. */
@ApplicationScoped
class ApproverChanges implements PanacheRepositoryBase<ApproverChange, UUID> {
    private static final int SHOWN = 20;

    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;
    private final Outbox outbox;

    ApproverChanges(Caller caller, TenantClock clock, Ids ids, Outbox outbox) {
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    /** The event of one change. */
    private record ApproverChanged(UUID clientId, String clientCode, ApproverChangeView change) {}

    /** Compares the list as it was with the list as it is. */
    void announce(Client client, List<ApproverBody> before) {
        Map<String, ApproverBody> known = new LinkedHashMap<>();
        before.forEach(approver -> known.put(approver.loginKey(), approver));
        for (Approver approver : client.approvers()) {
            ApproverBody now = approver.body();
            ApproverBody then = known.remove(now.loginKey());
            if (!now.equals(then)) {
                announce(client, then, now);
            }
        }
        known.values().forEach(gone -> announce(client, gone, null));
    }

    private void announce(Client client, ApproverBody before, ApproverBody after) {
        ApproverChange change = new ApproverChange(ids.next(), client.id(), before, after, caller, clock.now());
        persist(change);
        outbox.append("ApproverChanged", client.id(), new ApproverChanged(client.id(), client.code(), change.view()));
    }

    /** The latest of a client, newest first. */
    List<ApproverChangeView> latest(UUID clientId) {
        return find("clientId = ?1 order by id desc", clientId).page(0, SHOWN).list().stream()
                .map(ApproverChange::view)
                .toList();
    }
}
