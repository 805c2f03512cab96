package dev.remit.notifications.subscriptions;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Keeps a list of texts in one column. */
class TextsColumn extends JsonColumn<List<String>> {
    TextsColumn() {
        super(new TypeReference<>() {});
    }
}
