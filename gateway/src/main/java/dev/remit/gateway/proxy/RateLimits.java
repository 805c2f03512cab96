package dev.remit.gateway.proxy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.proxy.CountsByOwner.Kind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many requests of each cost a caller and a tenant may send a minute. Whatever was not used is there for a burst, a minute's
 * worth at most. Each answer says what is left, as draft-ietf-httpapi-ratelimit-headers has it. Each replica counts what comes to
 * it and grants its part of the whole.
 */
@ApplicationScoped
class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Some hundred bytes each; one that is forgotten is full again. */
    private static final long MOST_OWNERS = 50_000;

    private final Map<CostClass, Long> perCaller = new EnumMap<>(CostClass.class);
    private final Map<CostClass, Long> perTenant = new EnumMap<>(CostClass.class);
    private final Cache<Owner, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_OWNERS)
            .expireAfterAccess(MINUTE)
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
        perCaller.put(cost, (long) Math.ceilDiv(ofCaller, replicas));
        perTenant.put(cost, (long) Math.ceilDiv(ofTenant, replicas));
    }

    private record Owner(Kind kind, String name, CostClass cost) {}

    /** What is left to an owner after a request. */
    private record Left(Kind kind, CostClass cost, long most, Bucket bucket, ConsumptionProbe probe) {
        String policy() {
            return "\"%s\";q=%d;w=%d".formatted(name(), most, MINUTE.toSeconds());
        }

        String state() {
            return "\"%s\";r=%d;t=%d"
                    .formatted(name(), probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()));
        }

        private String name() {
            return kind.name().toLowerCase(Locale.ROOT) + "-" + cost.label();
        }
    }

    /** Counts a request that has shown a token; where there were too many, answers so. */
    boolean admit(RoutingContext ctx, ApiRoute route) {
        Exchange exchange = Exchange.of(ctx);
        CostClass cost = CostClass.of(ctx.request().method(), route.path().segments());
        String caller = exchange.tenant() + " " + exchange.caller();
        Left ofCaller = take(Kind.CALLER, caller, cost, perCaller.get(cost));
        Left ofTenant = take(Kind.TENANT, exchange.tenant(), cost, perTenant.get(cost));
        List<Left> both = List.of(ofCaller, ofTenant);
        tell(ctx, both);
        for (Left left : both) {
            if (!left.probe.isConsumed()) {
                both.stream().filter(other -> other.probe.isConsumed()).forEach(other -> other.bucket.addTokens(1));
                refusals.tooManyAMinute(left.kind, seconds(left.probe.getNanosToWaitForRefill()))
                        .answer(ctx);
                return false;
            }
        }
        return true;
    }

    private Left take(Kind kind, String name, CostClass cost, long most) {
        Bucket bucket = buckets.get(new Owner(kind, name, cost), owner -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                .build());
        return new Left(kind, cost, most, bucket, bucket.tryConsumeAndReturnRemaining(1));
    }

    private static void tell(RoutingContext ctx, List<Left> both) {
        ctx.response()
                .putHeader(
                        "RateLimit-Policy",
                        String.join(", ", both.stream().map(Left::policy).toList()))
                .putHeader(
                        "RateLimit",
                        String.join(", ", both.stream().map(Left::state).toList()));
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
