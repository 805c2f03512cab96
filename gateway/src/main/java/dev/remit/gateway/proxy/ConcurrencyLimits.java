package dev.remit.gateway.proxy;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.proxy.ApiRoute.Access;
import dev.remit.gateway.proxy.CountsByOwner.Kind;
import dev.remit.gateway.proxy.CountsByOwner.Share;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * How many requests may be under way to a service at once, to the end of their answers: for each caller and each tenant, apart
 * for streams, and for callbacks and for logos, which need no token, from each address and in all. Whoever has that many is told to wait before a service hears
 * of it.
 */
@Singleton
class ConcurrencyLimits {

    private final CountsByOwner counts = new CountsByOwner();
    private final Refusals refusals;
    private final int perCaller;
    private final int perTenant;
    private final int streamsPerCaller;
    private final int streamsPerTenant;
    private final int streamsAtOnce;
    private final int webhooksPerSource;
    private final int webhooksAtOnce;

    ConcurrencyLimits(GatewayConfig config, Refusals refusals) {
        this.refusals = refusals;
        perCaller = config.requestsPerCaller();
        perTenant = config.requestsPerTenant();
        streamsPerCaller = config.streamsPerCaller();
        streamsPerTenant = config.streamsPerTenant();
        streamsAtOnce = config.streamsAtOnce();
        webhooksPerSource = config.webhooksPerSource();
        webhooksAtOnce = config.webhooksAtOnce();
    }

    /** Takes the request's places until its answer has ended; where one is not free, answers so and takes none. */
    boolean admit(RoutingContext ctx, ApiRoute route) {
        List<Share> places = route.guarded() ? ofToken(ctx, route) : ofAddress(ctx, route);
        Optional<Share> full = counts.take(places, 1);
        if (full.isPresent()) {
            refusals.tooManyAtOnce(full.get().kind()).answer(ctx);
            return false;
        }
        ctx.addEndHandler(done -> counts.giveBack(places, 1));
        return true;
    }

    private List<Share> ofToken(RoutingContext ctx, ApiRoute route) {
        Exchange exchange = Exchange.of(ctx);
        String tenant = route.service().name() + " " + exchange.tenant();
        if (route.isStream()) {
            String streams = "streams of " + tenant;
            return List.of(
                    new Share(Kind.CALLER, streams + " " + exchange.caller(), streamsPerCaller),
                    new Share(Kind.TENANT, streams, streamsPerTenant),
                    new Share(Kind.ALL, "streams of " + route.service().name(), streamsAtOnce));
        }
        return List.of(
                new Share(Kind.CALLER, tenant + " " + exchange.caller(), perCaller),
                new Share(Kind.TENANT, tenant, perTenant));
    }

    private List<Share> ofAddress(RoutingContext ctx, ApiRoute route) {
        String address = Exchange.of(ctx).origin().address();
        Kind kind = route.access() == Access.EVERYBODY ? Kind.LOGOS : Kind.CALLBACKS;
        return List.of(
                new Share(Kind.SOURCE, route.name() + " " + address, webhooksPerSource),
                new Share(kind, route.service().name(), webhooksAtOnce));
    }
}
