package dev.remit.tickets.catalogue;

import dev.remit.engines.catalogue.ItemMatchers;
import dev.remit.engines.catalogue.RecognisableItem;
import dev.remit.kit.audit.Unaudited;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An item of the catalogue as contracts-service last told of it. */
@Entity
@Unaudited("a copy of what contracts-service has")
class CatalogueItem {
    @Id
    private UUID id;

    @TenantId
    private UUID tenantId;

    private String code;
    private String category;

    @Convert(converter = MatchersColumn.class)
    private ItemMatchers matchers;

    private long revision;

    protected CatalogueItem() {}

    CatalogueItem(UUID id, String code) {
        this.id = id;
        this.code = code;
    }

    /** Takes in what was told; gives false where something newer is known. */
    boolean apply(ChangedItem told) {
        if (told.revision() <= revision) {
            return false;
        }
        category = told.category();
        matchers = told.matchers();
        revision = told.revision();
        return true;
    }

    RecognisableItem forEngine() {
        return new RecognisableItem(code, category, matchers);
    }
}
