package dev.remit.notifications.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import jakarta.persistence.Converter;

@Converter
class AttemptRequestColumn extends JsonColumn<AttemptRequest> {
    AttemptRequestColumn() {
        super(new TypeReference<>() {});
    }
}
