package dev.remit.kit.feed;

import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.tenants.TenantFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** What a feed tells of tenants: it holds at once, before any event of theirs takes effect. */
@ApplicationScoped
class ToldTenants {
    private static final Logger LOG = Logger.getLogger(ToldTenants.class);

    private final KnownTenants tenants;
    private final FeedPayloads payloads;

    ToldTenants(KnownTenants tenants, FeedPayloads payloads) {
        this.tenants = tenants;
        this.payloads = payloads;
    }

    /** Keeps what is told, in the running transaction. */
    void learn(List<FeedEvent> events) {
        events.stream().filter(event -> event.type().equals(TenantFacts.EVENT)).forEach(this::learn);
    }

    /** One that cannot be read must not keep all tenants' events from coming. */
    private void learn(FeedEvent event) {
        try {
            tenants.learn(event.tenant(), payloads.read(event, TenantFacts.class));
        } catch (IllegalStateException unreadable) {
            LOG.error("What is told of a tenant is passed over", unreadable);
        }
    }
}
