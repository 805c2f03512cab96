package dev.remit.tickets.escalation;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Rules as one column of JSON. */
class EscalationRulesColumn extends JsonColumn<List<EscalationRule>> {
    EscalationRulesColumn() {
        super(new TypeReference<>() {});
    }
}
