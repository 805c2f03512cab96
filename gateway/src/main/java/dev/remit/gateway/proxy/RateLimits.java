package dev.remit.gateway.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.proxy.CountsByOwner.Kind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many requests of each cost a caller and a tenant may send a minute. Whatever was not used is there for a burst, a minute's
 * worth at most. Each answer says what is left, as draft-ietf-httpapi-ratelimit-headers has it. Each replica counts what comes to
 * it and grants its part of the whole.
 */
@Singleton
class RateLimits {

    private static final CharSequence POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence STATE = HttpHeaders.createOptimized("RateLimit");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Some hundred bytes each; one that is forgotten is full again. */
    private static final long MOST_OWNERS = 50_000;

    private final Map<CostClass, Budgets> budgets = new EnumMap<>(CostClass.class);
    private final Cache<Owner, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_OWNERS)
            .expireAfterAccess(MINUTE)
            .executor(Runnable::run)
            .build();
    private final Refusals refusals;

    RateLimits(GatewayConfig config, Refusals refusals) {
        this.refusals = refusals;
        int replicas = config.replicas();
        limit(CostClass.READS, config.readsAMinutePerCaller(), config.readsAMinutePerTenant(), replicas);
        limit(CostClass.WRITES, config.writesAMinutePerCaller(), config.writesAMinutePerTenant(), replicas);
        limit(
                CostClass.SIMULATIONS,
                config.simulationsAMinutePerCaller(),
                config.simulationsAMinutePerTenant(),
                replicas);
        limit(CostClass.EXPORTS, config.exportsAMinutePerCaller(), config.exportsAMinutePerTenant(), replicas);
    }

    private void limit(CostClass cost, int ofCaller, int ofTenant, int replicas) {
        var caller = new Budget(Kind.CALLER, cost, Math.ceilDiv(ofCaller, replicas));
        var tenant = new Budget(Kind.TENANT, cost, Math.ceilDiv(ofTenant, replicas));
        budgets.put(cost, new Budgets(caller, tenant, caller.policy() + ", " + tenant.policy()));
    }

    private record Owner(Kind kind, String name, CostClass cost) {}

    /** What one owner may send a minute. */
    private record Budget(String name, Kind kind, CostClass cost, long most) {
        Budget(Kind kind, CostClass cost, long most) {
            this('"' + kind.name().toLowerCase(Locale.ROOT) + "-" + cost.label() + '"', kind, cost, most);
        }

        String policy() {
            return name + ";q=" + most + ";w=" + MINUTE.toSeconds();
        }
    }

    /** Of one cost; every answer says the same policy, so it is written once. */
    private record Budgets(Budget caller, Budget tenant, String policy) {}

    /** What is left to an owner after a request. */
    private record Left(Budget budget, Bucket bucket, long taken, ConsumptionProbe probe) {
        String state() {
            return budget.name() + ";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset());
        }
    }

    /** Counts a request that has shown a token; where there were too many, answers so. */
    boolean admit(RoutingContext ctx, ApiRoute route) {
        return admit(ctx, CostClass.of(ctx.request().method(), route.path().segments()), 1);
    }

    /**
     * Counts what the body of a simulation asks for beyond its first case. One that asks for more than a minute has room for takes
     * all of it.
     */
    boolean admitCases(RoutingContext ctx, ApiRoute route, Buffer body) {
        CostClass cost = CostClass.of(ctx.request().method(), route.path().segments());
        long more = cost == CostClass.SIMULATIONS ? Cases.in(body) - 1 : 0;
        return more == 0 || admit(ctx, cost, more);
    }

    private boolean admit(RoutingContext ctx, CostClass cost, long requests) {
        Exchange exchange = Exchange.of(ctx);
        Budgets both = budgets.get(cost);
        Left ofCaller = take(both.caller(), exchange.tenant() + " " + exchange.caller(), requests);
        Left ofTenant = take(both.tenant(), exchange.tenant(), requests);
        ctx.response().putHeader(POLICY, both.policy()).putHeader(STATE, ofCaller.state() + ", " + ofTenant.state());
        return isGranted(ctx, ofCaller, ofTenant) && isGranted(ctx, ofTenant, ofCaller);
    }

    private boolean isGranted(RoutingContext ctx, Left wanted, Left other) {
        if (wanted.probe.isConsumed()) {
            return true;
        }
        if (other.probe.isConsumed()) {
            other.bucket.addTokens(other.taken);
        }
        refusals.tooManyAMinute(wanted.budget.kind(), seconds(wanted.probe.getNanosToWaitForRefill()))
                .answer(ctx);
        return false;
    }

    private Left take(Budget budget, String name, long requests) {
        Bucket bucket = buckets.get(new Owner(budget.kind(), name, budget.cost()), owner -> Bucket.builder()
                .addLimit(limit -> limit.capacity(budget.most()).refillGreedy(budget.most(), MINUTE))
                .build());
        // The first request or case has been counted already where there are more.
        long taken = Math.min(requests, Math.max(1, budget.most() - 1));
        return new Left(budget, bucket, taken, bucket.tryConsumeAndReturnRemaining(taken));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
