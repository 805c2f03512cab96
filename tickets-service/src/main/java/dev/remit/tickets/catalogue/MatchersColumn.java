package dev.remit.tickets.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.engines.catalogue.ItemMatchers;
import dev.remit.kit.json.JsonColumn;

/** Keeps an item's matchers in one column. */
class MatchersColumn extends JsonColumn<ItemMatchers> {
    MatchersColumn() {
        super(new TypeReference<>() {});
    }
}
