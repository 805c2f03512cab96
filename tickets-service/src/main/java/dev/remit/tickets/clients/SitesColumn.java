package dev.remit.tickets.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Keeps a client's sites in one column. */
class SitesColumn extends JsonColumn<List<Site>> {
    SitesColumn() {
        super(new TypeReference<>() {});
    }
}
