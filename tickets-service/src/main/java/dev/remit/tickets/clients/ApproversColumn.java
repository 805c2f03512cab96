package dev.remit.tickets.clients;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Keeps a client's active approvers in one column. */
class ApproversColumn extends JsonColumn<List<Approver>> {
    ApproversColumn() {
        super(new TypeReference<>() {});
    }
}
