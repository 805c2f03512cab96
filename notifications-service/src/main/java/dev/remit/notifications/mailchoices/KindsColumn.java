package dev.remit.notifications.mailchoices;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Names of kinds as one column of JSON. */
class KindsColumn extends JsonColumn<List<String>> {
    KindsColumn() {
        super(new TypeReference<>() {});
    }
}
