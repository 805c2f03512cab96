package dev.remit.contracts.catalogue;

import dev.remit.contracts.Versioned;
import dev.remit.engines.catalogue.RecognisableItem;
import dev.remit.engines.catalogue.ServiceCatalogue;
import dev.remit.kit.feed.Outbox;
import dev.remit.kit.http.Cursor;
import dev.remit.kit.http.ETags;
import dev.remit.kit.http.Page;
import dev.remit.kit.http.Paging;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps the tenant's service catalogue and tells the feed of every change. */
@ApplicationScoped
public class Catalogue {
    private final CatalogueRepository items;
    private final Cache byChanges;
    private final Tenancy tenancy;
    private final TenantClock clock;
    private final Ids ids;
    private final Outbox outbox;

    Catalogue(
            CatalogueRepository items,
            @CacheName("catalogues") Cache byChanges,
            Tenancy tenancy,
            TenantClock clock,
            Ids ids,
            Outbox outbox) {
        this.items = items;
        this.byChanges = byChanges;
        this.tenancy = tenancy;
        this.clock = clock;
        this.ids = ids;
        this.outbox = outbox;
    }

    private record Version(UUID tenant, long changes) {}

    /** The catalogue as it is now, by which work is recognised; retired items are recognised too. */
    public ServiceCatalogue current() {
        return byChanges
                .get(
                        new Version(tenancy.current(), items.changes()),
                        any -> ServiceCatalogue.of(all().stream()
                                .map(item -> new RecognisableItem(
                                        item.code(),
                                        item.category(),
                                        item.matchers().forEngine()))
                                .toList()))
                .await()
                .indefinitely();
    }

    /** Every item by code, retired ones too. */
    public List<CatalogueItem> all() {
        return items.listAll(Sort.by("code"));
    }

    Page<ItemView> list(Paging paging) {
        var rows = items.page(paging.after(1), paging.limit());
        return Page.of(rows, paging.limit(), ItemView::of, item -> Cursor.after(item.code()));
    }

    Versioned<ItemView> view(String code) {
        return ItemView.versioned(items.byCode(code).orElseThrow(Problem::notFound));
    }

    Versioned<ItemView> create(ItemCreation wanted) {
        if (items.byCode(wanted.code()).isPresent()) {
            throw codeTaken(wanted.code());
        }
        CatalogueItem item = new CatalogueItem(ids.next(), wanted.code(), clock.now());
        item.take(wanted, clock.now());
        items.persist(item);
        return announced(item);
    }

    Versioned<ItemView> change(String code, String ifMatch, ItemDetails details) {
        CatalogueItem item = items.lockByCode(code).orElseThrow(Problem::notFound);
        ETags.requireMatch(ifMatch, item.revision());
        item.take(details, clock.now());
        return announced(item);
    }

    private Versioned<ItemView> announced(CatalogueItem item) {
        Duplicates.flush(items.getEntityManager(), Map.of("uq_catalogue_item_code", codeTaken(item.code())));
        outbox.append("CatalogueItemChanged", item.id(), CatalogueItemChanged.of(item));
        return ItemView.versioned(item);
    }

    private static Problem codeTaken(String code) {
        return Problem.conflict("There is an item " + code + " already.").error("code", "is taken", "taken");
    }
}
