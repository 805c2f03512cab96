package dev.remit.tickets.catalogue;

import dev.remit.kit.ids.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The items of the current tenant's catalogue. */
@ApplicationScoped
class CatalogueItems implements PanacheRepositoryBase<CatalogueItem, UUID> {
    private final Ids ids;

    CatalogueItems(Ids ids) {
        this.ids = ids;
    }

    /** Rises with every change of any item. */
    long changes() {
        return getEntityManager()
                .createQuery("select coalesce(sum(revision), 0) from CatalogueItem", Long.class)
                .getSingleResult();
    }

    /** Takes in what was told of an item; gives false where something newer is known. */
    boolean apply(ChangedItem told) {
        CatalogueItem item = find("code", told.code())
                .firstResultOptional()
                .orElseGet(() -> new CatalogueItem(ids.next(), told.code()));
        boolean changed = item.apply(told);
        persist(item);
        return changed;
    }
}
