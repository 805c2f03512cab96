package dev.remit.tickets.agreements;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the documents that were used last ready for use. A hash names its bytes for good, so nothing goes stale. */
@ApplicationScoped
class CompiledAgreements {
    private static final int MOST = 500;

    private final Map<String, CompiledAgreement> byHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledAgreement> eldest) {
            return size() > MOST;
        }
    };

    /** @param bytes asked for only where the document is not at hand; a document names its tenant, so a hash is one tenant's */
    Optional<CompiledAgreement> get(String hash, Supplier<Optional<byte[]>> bytes) {
        synchronized (byHash) {
            CompiledAgreement ready = byHash.get(hash);
            if (ready != null) {
                return Optional.of(ready);
            }
        }
        Optional<CompiledAgreement> made = bytes.get().map(document -> new CompiledAgreement(hash, document));
        made.ifPresent(agreement -> {
            synchronized (byHash) {
                byHash.putIfAbsent(hash, agreement);
            }
        });
        return made;
    }
}
