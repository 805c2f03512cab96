package dev.remit.gateway.identity;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What is known of tokens, at most {@link #ASK_AGAIN} plus {@link #FORGET} old. A token that is in use is asked about again
 * in the background, so that its requests wait for the identity server only once; each token is asked about once at a time.
 * One that was found revoked stays so while the identity server cannot be asked.
 */
@Singleton
class TokenStates {
    /** Together with {@link Introspection#PATIENCE} less than the 5 s within which a revoked token must be refused. */
    static final Duration FORGET = Duration.ofSeconds(3);

    private static final Duration ASK_AGAIN = Duration.ofMillis(1500);
    /** Longer than any token lives. */
    private static final Duration REMEMBER_REVOKED = Duration.ofHours(2);
    /** Tokens of the last seconds, about a kilobyte each. */
    private static final long MOST = 10_000;

    private final AsyncLoadingCache<String, TokenState> states;

    TokenStates(Introspection introspection) {
        states = Caffeine.newBuilder()
                .maximumSize(MOST)
                .refreshAfterWrite(ASK_AGAIN)
                .expireAfter(Expiry.<String, TokenState>writing(
                        (token, state) -> state == TokenState.REVOKED ? REMEMBER_REVOKED : FORGET))
                .executor(Runnable::run)
                .buildAsync(new Asking(introspection));
    }

    /** @param token one whose signature and claims are in order */
    CompletableFuture<TokenState> of(String token) {
        return states.get(token);
    }

    private record Asking(Introspection introspection) implements AsyncCacheLoader<String, TokenState> {
        @Override
        public CompletableFuture<TokenState> asyncLoad(String token, Executor executor) {
            return introspection.of(token).toCompletionStage().toCompletableFuture();
        }

        @Override
        public CompletableFuture<TokenState> asyncReload(String token, TokenState before, Executor executor) {
            return asyncLoad(token, executor)
                    .thenApply(now ->
                            now == TokenState.UNKNOWN && before == TokenState.REVOKED ? TokenState.REVOKED : now);
        }
    }
}
