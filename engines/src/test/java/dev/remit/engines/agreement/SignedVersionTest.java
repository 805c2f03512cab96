package dev.remit.engines.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedVersionTest {
    private static final UUID AGREEMENT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    private static final String DOCUMENT = """
            {"schema":"remit-agreement/1","agreementId":"01900000-0000-7000-8000-000000000001",
             "tenant":"01900000-0000-7000-8000-000000000002",
             "client":{"id":"01900000-0000-7000-8000-000000000003","code":"whitfield-crane","name":"Whitfield"},
             "version":1,"effectiveFrom":"2026-01-01",
             "calendars":{"office-hours":{"zone":"SITE","weekly":{"MONDAY":[["09:00","17:00"]],"SATURDAY":[["09:00","12:00"]]},
               "holidays":["2026-12-25"]}},
             "coverage":{"calendar":"office-hours"},
             "serviceLevels":[{"priority":"P3","responseMinutes":60,"calendar":"COVERAGE",
               "warningPercents":[1,99]}],
             "rateCard":{"clause":"7.1","currency":"USD","hourly":[{"workType":"ONSITE","rate":"150.00"},
               {"workType":"REMOTE","role":"ENGINEER","rate":"120.00"}],"taxRatePercent":"8.875"}}
            """;

    private static SignedVersion version(String document) {
        return version(document, "aa");
    }

    private static SignedVersion version(String document, String hash) {
        return new SignedVersion(
                AGREEMENT, 1, hash, "cc", START, null, new PricedDocument(document.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsItsPrices() {
        SignedVersion version = version(DOCUMENT);
        assertTrue(version.hasRateCard());
        assertEquals(Optional.of(Money.of(15_000, "USD")), version.hourlyRate("ONSITE", START));
        assertEquals(Optional.empty(), version.hourlyRate("REMOTE", START), "no rate of every role");
        assertTrue(version.hasRate("REMOTE", "ENGINEER", START));
        assertFalse(version.hasRate("REMOTE", "PARTNER", START));
        assertEquals(Optional.empty(), version.hourlyRate(null, START));
        assertEquals("7.1", version.rateClause());
        assertEquals(Optional.of("8.875"), version.taxRatePercent());
        assertEquals(Optional.empty(), version(DOCUMENT.replace("8.875", "0")).taxRatePercent());
    }

    @Test
    void mayHaveNone() {
        SignedVersion version = version(DOCUMENT.replace("rateCard", "formerCard"));
        assertFalse(version.hasRateCard());
        assertEquals(Optional.empty(), version.hourlyRate("ONSITE", START));
        assertFalse(version.hasRate("ONSITE", "ENGINEER", START));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-25, true", // a holiday
        "2026-06-14, true", // a Sunday, on which nothing opens
        "2026-06-13, false", // a Saturday on which a window opens
        "2026-06-15, false", // a Monday
        "2026-06-16, false", // a Tuesday: closed, but no day of the weekend
    })
    void aDayOffIsAHolidayOrAClosedDayOfTheWeekend(LocalDate date, boolean off) {
        assertEquals(off, version(DOCUMENT).isDayOff(date, SiteZone.in(NEW_YORK)));
    }

    @Test
    void workIsRatedInTheZoneOfTheSiteWhereTheHoursFollowIt() {
        SignedVersion followsSite = version(DOCUMENT);
        assertEquals(NEW_YORK, zone(followsSite, NEW_YORK));
        assertEquals(LOS_ANGELES, zone(followsSite, LOS_ANGELES));
        SignedVersion london = version(DOCUMENT.replace("\"SITE\"", "\"Europe/London\""));
        assertEquals(ZoneId.of("Europe/London"), zone(london, NEW_YORK));
        assertEquals(
                london.ratingTerms(SiteZone.in(NEW_YORK)),
                london.ratingTerms(SiteZone.in(LOS_ANGELES)),
                "one calendar, whatever the site");
        SignedVersion siteSurcharges =
                version(withSurcharges(DOCUMENT.replace("\"SITE\"", "\"Europe/London\""), "SITE"));
        assertEquals(LOS_ANGELES, zone(siteSurcharges, LOS_ANGELES));
        SignedVersion fixedSurcharges = version(withSurcharges(DOCUMENT, "Europe/Paris"));
        assertEquals(ZoneId.of("Europe/Paris"), zone(fixedSurcharges, LOS_ANGELES));
    }

    private static String withSurcharges(String document, String zone) {
        String calendar = "\"long-days\":{\"zone\":\"%s\",\"weekly\":{\"MONDAY\":[[\"07:00\",\"19:00\"]]}},";
        return document.replace("\"office-hours\":{", calendar.formatted(zone) + "\"office-hours\":{")
                .replace("\"tax", "\"bandCalendar\":\"long-days\",\"tax");
    }

    @Test
    void sitesWithHoursOfTheirOwnHaveTermsOfTheirOwn() {
        SignedVersion version = version(withSurcharges(DOCUMENT, "SITE")
                .replace("\"bandCalendar\":\"long-days\",", "")
                .replace(
                        "{\"calendar\":\"office-hours\"}",
                        "{\"calendar\":\"office-hours\",\"sites\":{\"store\":\"long-days\"}}"));
        SiteZone office = SiteZone.in(NEW_YORK);
        SiteZone store = new SiteZone("store", NEW_YORK);
        assertNotEquals(version.ratingTerms(office), version.ratingTerms(store));
        assertNotEquals(version.ratingTermsName(office), version.ratingTermsName(store));
        assertEquals(version.ratingTermsName(office), version.ratingTermsName(new SiteZone("annex", NEW_YORK)));
    }

    private static ZoneId zone(SignedVersion version, ZoneId site) {
        return version.ratingTerms(SiteZone.in(site)).calendar().calendar().zone();
    }

    @Test
    void isFoundByTheHashOfItsDocument() {
        SignedVersion one = version(DOCUMENT, "aa");
        SignedVersion other = version(DOCUMENT, "bb");
        SignedVersions versions = new SignedVersions(List.of(one, other));
        assertEquals(Optional.of(one), versions.byHash("aa"));
        assertEquals(Optional.of(other), versions.byHash("bb"));
        assertEquals(Optional.empty(), versions.byHash("cc"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    150.00               | 0.00
                    150.00               | 1000000000.00
                    "responseMinutes":60 | "responseMinutes":0
                    """)
    void boundsBelongToWhatIsAllowed(String replaced, String by) {
        assertTrue(version(DOCUMENT.replace(replaced, by)).hasRateCard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    150.00               | -0.01                | rateCard.hourly[0].rate
                    150.00               | 1000000000.01        | rateCard.hourly[0].rate
                    "responseMinutes":60 | "responseMinutes":-1 | serviceLevels[0].responseMinutes
                    [1,99]               | [0,99]               | serviceLevels[0].warningPercents[0]
                    [1,99]               | [1,100]              | serviceLevels[0].warningPercents[1]
                    [1,99]               | [50,50]              | serviceLevels[0].warningPercents[1]
                    """)
    void whatIsBeyondThemIsNot(String replaced, String by, String path) {
        InvalidInput fault = assertThrows(InvalidInput.class, () -> version(DOCUMENT.replace(replaced, by)));
        assertEquals(path, fault.path());
    }
}
