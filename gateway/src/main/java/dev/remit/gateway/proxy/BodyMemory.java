package dev.remit.gateway.proxy;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.proxy.CountsByOwner.Kind;
import dev.remit.gateway.proxy.CountsByOwner.Share;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The memory that the bodies of all requests share, so that no number of them takes it all. Callbacks have a quarter of it, one
 * address half of that; the rest is for requests with a token: a tenant may have half of it, a caller a quarter.
 */
@Singleton
class BodyMemory {

    private final CountsByOwner counts = new CountsByOwner();
    private final Refusals refusals;
    private final Share callbacks;
    private final Share others;

    BodyMemory(GatewayConfig config, Refusals refusals, MeterRegistry meters) {
        this.refusals = refusals;
        long all = config.bodyMemory().asLongValue();
        callbacks = new Share(Kind.CALLBACKS, "", all / 4);
        others = new Share(Kind.ALL, "", all - all / 4);
        Gauge.builder("remit.gateway.body.bytes", this, BodyMemory::taken)
                .description("Bytes of request bodies that the gateway holds")
                .register(meters);
    }

    /** The account of one request, which holds what its body takes until its answer has ended. */
    Account open(RoutingContext ctx, ApiRoute route) {
        Account account = new Account(route.guarded() ? ofToken(Exchange.of(ctx)) : ofAddress(Exchange.of(ctx)));
        ctx.addEndHandler(done -> account.close());
        return account;
    }

    private List<Share> ofToken(Exchange exchange) {
        return List.of(
                new Share(Kind.CALLER, exchange.tenant() + " " + exchange.caller(), others.most() / 4),
                new Share(Kind.TENANT, exchange.tenant(), others.most() / 2),
                others);
    }

    private List<Share> ofAddress(Exchange exchange) {
        String address = exchange.origin().address();
        return List.of(new Share(Kind.SOURCE, address, callbacks.most() / 2), callbacks);
    }

    private double taken() {
        return counts.of(callbacks) + counts.of(others);
    }

    /** Confined to the request's event loop. */
    final class Account {

        private final List<Share> shares;
        private long held;

        Account(List<Share> shares) {
            this.shares = shares;
        }

        /** Takes memory for so many bytes more; where there is not enough, says so and takes none. */
        Optional<Problem> take(int bytes) {
            Optional<Share> full = counts.take(shares, bytes);
            if (full.isEmpty()) {
                held += bytes;
            }
            return full.map(share -> refusals.tooManyBytes(share.kind()));
        }

        private void close() {
            counts.giveBack(shares, held);
            held = 0;
        }
    }
}
