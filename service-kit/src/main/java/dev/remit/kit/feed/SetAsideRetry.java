package dev.remit.kit.feed;

import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.tenants.KnownTenants;
import dev.remit.kit.trace.Trace;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Offers a handler again what was set aside for it: of each subject the oldest event, then, where it is taken, the next. */
final class SetAsideRetry<P> {
    private static final Logger LOG = Logger.getLogger(SetAsideRetry.class);
    private static final int BATCH = 50;

    private final FeedHandler<P> handler;
    private final SetAsideEvents setAside;
    private final Tenancy tenancy;
    private final KnownTenants tenants;
    private long through;

    SetAsideRetry(FeedHandler<P> handler, SetAsideEvents setAside, Tenancy tenancy, KnownTenants tenants) {
        this.handler = handler;
        this.setAside = setAside;
        this.tenancy = tenancy;
        this.tenants = tenants;
    }

    /** Offers some; false when the round is over. */
    boolean step() {
        List<FeedEvent> heads = setAside.heads(handler.name(), through, BATCH);
        for (FeedEvent head : heads) {
            // Before the attempt: one that meets trouble has its turn in the next round.
            through = head.position();
            offer(head);
        }
        if (heads.size() < BATCH) {
            through = 0;
            return false;
        }
        return true;
    }

    private void offer(FeedEvent head) {
        Optional<FeedEvent> next = Optional.of(head);
        while (next.isPresent() && take(next.get())) {
            next = setAside.first(handler.name(), head);
        }
    }

    /** Whether it is taken now; not where another replica is at it, or its tenant is suspended. */
    private boolean take(FeedEvent event) {
        if (tenants.of(event.tenant()).isSuspended()) {
            return false;
        }
        String operation = FeedTurn.operation(handler, event, event);
        Trace.operation(operation);
        try {
            boolean taken = apply(event);
            if (taken) {
                LOG.infof("%s, which was set aside, is taken", operation);
            }
            return taken;
        } catch (Throwable failure) {
            if (TransientFailures.is(failure)) {
                Trace.tenant(event.tenant());
                throw failure;
            }
            String error = FailureSummary.of(failure);
            tenancy.runAs(event.tenant(), () -> {
                setAside.failedAgain(handler.name(), event, error);
                LOG.warnf("%s stays set aside: %s", operation, error);
            });
            return false;
        }
    }

    private boolean apply(FeedEvent event) {
        boolean wanted = handler.wants(event.type());
        P prepared = wanted ? handler.prepare(event) : null;
        return tenancy.callAs(event.tenant(), () -> {
            if (!setAside.lock(handler.name(), event)) {
                return false;
            }
            if (wanted) {
                handler.apply(event, prepared);
            }
            setAside.remove(handler.name(), event);
            return true;
        });
    }
}
