package dev.remit.notifications.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import jakarta.persistence.Converter;

@Converter
class MailExtraColumn extends JsonColumn<MailExtra> {
    MailExtraColumn() {
        super(new TypeReference<>() {});
    }
}
