package dev.remit.tickets.agreements;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Keeps the documents that were used last ready for use. A hash names its bytes for good, so nothing goes stale. */
@ApplicationScoped
class CompiledAgreements {
    private final CaffeineCache byHash;

    CompiledAgreements(@CacheName("compiled-agreements") Cache byHash) {
        this.byHash = byHash.as(CaffeineCache.class);
    }

    /** @param bytes asked for only where the document is not at hand; a document names its tenant, so a hash is one tenant's */
    Optional<CompiledAgreement> get(String hash, Supplier<Optional<byte[]>> bytes) {
        CompletableFuture<CompiledAgreement> ready = byHash.getIfPresent(hash);
        if (ready != null) {
            return Optional.of(ready.join());
        }
        // That it has not arrived yet is not kept.
        return bytes.get().map(document -> byHash.get(hash, same -> new CompiledAgreement(same, document))
                .await()
                .indefinitely());
    }
}
