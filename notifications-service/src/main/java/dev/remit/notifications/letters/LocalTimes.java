package dev.remit.notifications.letters;

import dev.remit.notifications.mailkinds.MailLanguage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as a reader has them, in their language and zone. Null stays null. */
final class LocalTimes {
    private final DateTimeFormatter instants;
    private final DateTimeFormatter dates;
    private final ZoneId zone;

    LocalTimes(MailLanguage language, ZoneId zone) {
        this.zone = zone;
        String date = language == MailLanguage.DE ? "d. MMMM uuuu" : "d MMMM uuuu";
        String time = language == MailLanguage.DE ? ", HH:mm 'Uhr' (z)" : ", HH:mm (z)";
        dates = DateTimeFormatter.ofPattern(date, language.locale());
        instants = DateTimeFormatter.ofPattern("EEEE, " + date + time, language.locale())
                .withZone(zone);
    }

    String instant(Instant at) {
        return at == null ? null : instants.format(at);
    }

    String date(LocalDate date) {
        return date == null ? null : dates.format(date);
    }

    String day(Instant at) {
        return date(LocalDate.ofInstant(at, zone));
    }
}
