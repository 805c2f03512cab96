package dev.remit.notifications.mailsettings;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;

/** Quiet hours as one column of JSON. */
class QuietHoursColumn extends JsonColumn<QuietHours> {
    QuietHoursColumn() {
        super(new TypeReference<>() {});
    }
}
