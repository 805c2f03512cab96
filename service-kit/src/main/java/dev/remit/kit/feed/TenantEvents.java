package dev.remit.kit.feed;

import dev.remit.kit.accounts.AccountFacts;
import dev.remit.kit.accounts.KnownAccounts;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** What a feed tells of tenants and their accounts: it holds at once, before any event of theirs takes effect. */
@ApplicationScoped
class TenantEvents {
    private static final Logger LOG = Logger.getLogger(TenantEvents.class);

    private final KnownTenants tenants;
    private final KnownAccounts accounts;
    private final FeedPayloads payloads;

    TenantEvents(KnownTenants tenants, KnownAccounts accounts, FeedPayloads payloads) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.payloads = payloads;
    }

    /** Keeps what is told, in the running transaction. */
    void learn(List<FeedEvent> events) {
        events.forEach(this::learn);
    }

    private void learn(FeedEvent event) {
        switch (event.type()) {
            case TenantFacts.EVENT -> read(event, TenantFacts.class, facts -> tenants.learn(event.tenant(), facts));
            case AccountFacts.EVENT -> read(event, AccountFacts.class, facts -> accounts.learn(event.tenant(), facts));
            default -> {
                // It waits for its turn.
            }
        }
    }

    /** One that cannot be read must not keep all tenants' events from coming. */
    private <T> void read(FeedEvent event, Class<T> type, Consumer<T> keep) {
        try {
            keep.accept(payloads.read(event, type));
        } catch (IllegalStateException unreadable) {
            LOG.errorf(unreadable, "A %s is passed over", event.type());
        }
    }
}
