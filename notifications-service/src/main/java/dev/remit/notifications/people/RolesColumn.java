package dev.remit.notifications.people;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Roles as one column of JSON. */
class RolesColumn extends JsonColumn<List<String>> {
    RolesColumn() {
        super(new TypeReference<>() {});
    }
}
