package dev.remit.tickets.connections;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;

/** Keeps a connection's tables in one column. */
class TranslationColumn extends JsonColumn<Translation> {
    TranslationColumn() {
        super(new TypeReference<>() {});
    }
}
