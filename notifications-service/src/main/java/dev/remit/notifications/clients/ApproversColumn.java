package dev.remit.notifications.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Approvers as one column of JSON. */
class ApproversColumn extends JsonColumn<List<Approver>> {
    ApproversColumn() {
        super(new TypeReference<>() {});
    }
}
