package dev.remit.contracts.agreements;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remit.contracts.agreements.terms.TermsJson;
import dev.remit.engines.agreement.VersionTerm;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComingDatesTest {
    private static final TermsJson TERMS = new TermsJson(new ObjectMapper().registerModule(new JavaTimeModule()));
    private static final String AUTOMATIC =
            "\"term\":{\"clause\":\"9\",\"initialTermMonths\":12,\"renewal\":{\"mode\":\"AUTOMATIC\",\"months\":6,\"noticeDays\":90}}";
    private static final String FOR_GOOD =
            "\"term\":{\"clause\":\"9\",\"initialTermMonths\":12,\"renewal\":{\"mode\":\"AUTOMATIC\"}}";
    private static final String BY_AGREEMENT =
            "\"term\":{\"clause\":\"9\",\"renewal\":{\"mode\":\"BY_AGREEMENT\",\"noticeDays\":30}}";
    private static final String HOLIDAYS = "\"calendars\":{\"office-hours\":{\"zone\":\"SITE\",\"weekly\":{},"
            + "\"holidays\":[\"2027-01-01\",\"2026-12-25\"]}}";

    @ParameterizedTest(name = "{0}, until {1}, on {2}: {3}")
    @CsvSource(quoteCharacter = '~', textBlock = """
            AUTOMATIC,         , 2026-03-01, ~{NOTICE=2026-10-17, RENEWAL=2027-01-15}~
            AUTOMATIC,         , 2026-10-17, ~{NOTICE=2026-10-17, RENEWAL=2027-01-15}~
            AUTOMATIC,         , 2026-10-18, ~{NOTICE=2027-04-16, RENEWAL=2027-01-15}~
            AUTOMATIC,         , 2027-01-15, ~{NOTICE=2027-04-16, RENEWAL=2027-07-15}~
            AUTOMATIC, 2026-12-01, 2026-03-01, ~{NOTICE=2026-09-02, END=2026-12-01}~
            AMENDED,           , 2026-03-01, ~{NOTICE=2026-04-02, RENEWAL=2026-07-01}~
            AMENDED,           , 2026-07-01, ~{NOTICE=2026-10-03, RENEWAL=2027-01-01}~
            FOR_GOOD,          , 2026-03-01, ~{RENEWAL=2027-01-15}~
            FOR_GOOD,          , 2027-03-01, ~{}~
            BY_AGREEMENT, 2027-01-15, 2026-03-01, ~{NOTICE=2026-12-16, END=2027-01-15}~
            BY_AGREEMENT, 2027-01-15, 2026-12-17, ~{END=2027-01-15}~
            HOLIDAYS,          , 2026-03-01, ~{HOLIDAYS=2028-01-01}~
            HOLIDAYS, 2027-06-01, 2026-03-01, ~{END=2027-06-01}~
            """)
    void theNextDateOfEachKindIsFound(String terms, LocalDate end, LocalDate today, String dates) {
        assertEquals(dates, dates(terms, end, false, false, today));
    }

    @ParameterizedTest(name = "succeeded {0}, terminated {1}: {2}")
    @CsvSource(quoteCharacter = '~', textBlock = """
            true, false, ~{}~
            false, true, ~{END=2027-01-15}~
            """)
    void nobodyIsAskedForNoticeOfWhatIsSettled(boolean succeeded, boolean terminated, String dates) {
        LocalDate end = LocalDate.parse("2027-01-15");
        assertEquals(dates, dates("BY_AGREEMENT", end, succeeded, terminated, LocalDate.parse("2026-03-01")));
    }

    private static String dates(String terms, LocalDate end, boolean succeeded, boolean terminated, LocalDate today) {
        String members =
                switch (terms) {
                    case "AUTOMATIC" -> AUTOMATIC;
                    case "AMENDED" ->
                        AUTOMATIC.replace("\"renewal\"", "\"initialTermFrom\":\"2025-07-01\",\"renewal\"");
                    case "FOR_GOOD" -> FOR_GOOD;
                    case "BY_AGREEMENT" -> BY_AGREEMENT;
                    default -> HOLIDAYS;
                };
        byte[] json = ("{\"effectiveFrom\":\"2026-01-15\"," + members + "}").getBytes(StandardCharsets.UTF_8);
        VersionTerm term = new VersionTerm(new UUID(0, 1), 1, LocalDate.parse("2026-01-15"), end);
        return new TreeMap<>(ComingDates.of(TERMS.read(json), term, succeeded, terminated, today)).toString();
    }
}
