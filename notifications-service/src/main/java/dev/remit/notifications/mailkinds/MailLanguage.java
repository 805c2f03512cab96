package dev.remit.notifications.mailkinds;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which language somebody is written to. */
@Schema(name = "MailLanguage")
public enum MailLanguage {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private final Locale locale;

    MailLanguage(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }
}
