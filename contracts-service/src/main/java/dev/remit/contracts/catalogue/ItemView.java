package dev.remit.contracts.catalogue;

import dev.remit.contracts.Versioned;
import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A catalogue item as it is read. */
@Schema(name = "CatalogueItem")
record ItemView(
        String code,
        String name,
        @MayBeAbsent String category,
        @MayBeAbsent String meaning,
        Matchers matchers,
        boolean retired,
        Instant createdAt,
        Instant updatedAt) {

    static Versioned<ItemView> versioned(CatalogueItem item) {
        return new Versioned<>(of(item), item.revision());
    }

    static ItemView of(CatalogueItem item) {
        return new ItemView(
                item.code(),
                item.name(),
                item.category(),
                item.meaning(),
                item.matchers(),
                item.retired(),
                item.createdAt(),
                item.updatedAt());
    }
}
