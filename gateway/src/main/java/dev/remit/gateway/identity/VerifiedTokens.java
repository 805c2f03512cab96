package dev.remit.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.remit.gateway.time.WallClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens whose signature and claims were found in order, by their hash: checking a signature again for each request would take
 * most of a request's time. None is kept beyond its end or for longer than {@link #VERIFY_AGAIN}, and none at all once a token
 * comes that is signed with a key not met before, for then the realm may have taken an older key back.
 */
@Singleton
class VerifiedTokens {

    private static final Duration VERIFY_AGAIN = Duration.ofMinutes(1);
    /** Some hundred bytes each. */
    private static final long MOST = 20_000;

    private final Cache<TokenHash, Caller> callers = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<TokenHash, Caller>writing((token, caller) -> untilVerifiedAgain(caller)))
            .executor(Runnable::run)
            .build();
    private final Set<String> heads = ConcurrentHashMap.newKeySet();
    private final WallClock clock;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    VerifiedTokens(MeterRegistry meters, WallClock clock) {
        this.clock = clock;
        this.meters = meters;
    }

    /** Whose token this is, where it was verified a short time ago and is not over. */
    Optional<Caller> callerOf(String token) {
        Caller caller = callers.getIfPresent(TokenHash.of(token));
        if (caller == null || secondsLeft(caller) <= 0) {
            return Optional.empty();
        }
        count("known");
        return Optional.of(caller);
    }

    /** @param token one that was verified just now */
    void keep(String token, Caller caller) {
        count("verified");
        // A token's first part names its key, and is the same in all tokens that are signed with it.
        if (heads.add(token.substring(0, token.indexOf('.')))) {
            callers.invalidateAll();
        }
        callers.put(TokenHash.of(token), caller);
    }

    void drop(String token) {
        callers.invalidate(TokenHash.of(token));
    }

    private void count(String found) {
        counters.computeIfAbsent(found, same -> meters.counter("remit.tokens", "found", same))
                .increment();
    }

    private Duration untilVerifiedAgain(Caller caller) {
        Duration left = Duration.ofSeconds(Math.max(0, secondsLeft(caller)));
        return left.compareTo(VERIFY_AGAIN) < 0 ? left : VERIFY_AGAIN;
    }

    private long secondsLeft(Caller caller) {
        return caller.expiresSeconds() - clock.seconds();
    }
}
