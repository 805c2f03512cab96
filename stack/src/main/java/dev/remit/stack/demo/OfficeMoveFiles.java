package dev.remit.stack.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The office move's messages, for a ticket and a week of one's own. */
final class OfficeMoveFiles {

    private static final LocalDate THURSDAY_IN_THE_FILES = LocalDate.parse("2026-06-25");
    private static final String TICKET_IN_THE_FILES = "\"70124\"";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String externalId;
    private final long days;

    OfficeMoveFiles(String externalId, LocalDate thursday) {
        this.externalId = externalId;
        this.days = ChronoUnit.DAYS.between(THURSDAY_IN_THE_FILES, thursday);
    }

    String read(String name) {
        String text = DemoFiles.read("office-move/" + name).replace(TICKET_IN_THE_FILES, "\"" + externalId + "\"");
        return DATE.matcher(text)
                .replaceAll(date -> LocalDate.parse(date.group()).plusDays(days).toString());
    }
}
