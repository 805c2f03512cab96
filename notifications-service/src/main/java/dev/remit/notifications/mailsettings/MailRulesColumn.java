package dev.remit.notifications.mailsettings;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.remit.kit.json.JsonColumn;
import java.util.List;

/** Rules as one column of JSON. */
class MailRulesColumn extends JsonColumn<List<MailRule>> {
    MailRulesColumn() {
        super(new TypeReference<>() {});
    }
}
