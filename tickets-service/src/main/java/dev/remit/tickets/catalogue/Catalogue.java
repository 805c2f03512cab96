package dev.remit.tickets.catalogue;

import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.sql.ReadOnce;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.tickets.sql.CatalogueVersionSql;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.cache.CaffeineCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The MSP's catalogue as far as contracts-service has told of it. The bytes of each version by which a ruling was given
 * are kept for good.
 */
@ApplicationScoped
public class Catalogue {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final CatalogueItems items;
    private final CatalogueVersionSql kept;
    private final Cache byChanges;
    private final Cache known;
    private final Tenancy tenancy;
    private final Ids ids;
    private final ReadOnce once;

    Catalogue(
            CatalogueItems items,
            CatalogueVersionSql kept,
            @CacheName("catalogues") Cache byChanges,
            @CacheName("kept-catalogues") Cache known,
            Tenancy tenancy,
            Ids ids,
            ReadOnce once) {
        this.items = items;
        this.kept = kept;
        this.byChanges = byChanges;
        this.known = known;
        this.tenancy = tenancy;
        this.ids = ids;
        this.once = once;
    }

    private record Changes() implements ReadOnce.Question {}

    private record Kept(UUID tenant, String hash) {}

    private record Version(UUID tenant, long changes) {}

    /** As it is now. */
    public ServiceCatalogue current() {
        return byChanges
                .get(
                        new Version(tenancy.current(), once.get(new Changes(), items::changes)),
                        any -> ServiceCatalogue.of(items.listAll().stream()
                                .map(CatalogueItem::forEngine)
                                .toList()))
                .await()
                .indefinitely();
    }

    /** Takes in an item; gives whether the catalogue is another by it. */
    public boolean apply(ChangedItem told) {
        once.forget(new Changes());
        return items.apply(told);
    }

    /** Keeps the bytes of a version by which something is ruled. What was once found to be kept is not looked for again. */
    public void keep(ServiceCatalogue version) {
        Kept question = new Kept(tenancy.current(), version.hash());
        if (known.as(CaffeineCache.class).getIfPresent(question) != null) {
            return;
        }
        if (bytes(version.hash()).isPresent()) {
            known.as(CaffeineCache.class).put(question, CompletableFuture.completedFuture(true));
        } else {
            kept.keep(tenancy.current(), ids.next(), version.hash(), version.bytes());
        }
    }

    /** The bytes of a version that was kept; empty too for what is no hash. */
    Optional<byte[]> bytes(String hash) {
        return !HASH.matcher(hash).matches() ? Optional.empty() : kept.bytes(tenancy.current(), hash);
    }
}
