package dev.remit.notifications.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import jakarta.persistence.Converter;

@Converter
class AttemptAnswerColumn extends JsonColumn<AttemptAnswer> {
    AttemptAnswerColumn() {
        super(new TypeReference<>() {});
    }
}
