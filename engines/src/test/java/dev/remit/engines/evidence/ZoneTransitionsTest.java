package dev.remit.engines.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.remit.engines.evidence.ZoneTransitions.Change;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneTransitionsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void listsTheChangesOfAYear() {
        ZoneTransitions rules = ZoneTransitions.between(
                NEW_YORK, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        assertEquals("-05:00", rules.offset());
        assertEquals(
                List.of(
                        new Change(Instant.parse("2026-03-08T07:00:00Z"), "-04:00"),
                        new Change(Instant.parse("2026-11-01T06:00:00Z"), "-05:00")),
                rules.changes());
    }

    @Test
    void includesAChangeAtTheEndAndNotOneAtTheStart() {
        Instant change = Instant.parse("2026-03-08T07:00:00Z");
        assertEquals(
                1,
                ZoneTransitions.between(NEW_YORK, change.minusSeconds(1), change)
                        .changes()
                        .size());
        ZoneTransitions after = ZoneTransitions.between(NEW_YORK, change, change.plusSeconds(1));
        assertEquals(List.of(), after.changes());
        assertEquals("-04:00", after.offset());
    }

    @Test
    void namesTheVersionOfTheRules() {
        assertTrue(EngineVersion.tzdb(NEW_YORK).matches("20\\d\\d[a-z]"));
        assertEquals("fixed", EngineVersion.tzdb(ZoneOffset.ofHours(2)));
    }

    @Test
    void isWrittenForEvidence() {
        ZoneTransitions rules = new ZoneTransitions(
                "Europe/London",
                "2025b",
                "+00:00",
                List.of(new Change(Instant.parse("2026-03-29T01:00:00Z"), "+01:00")));
        assertEquals(
                "{\"changes\":[{\"at\":\"2026-03-29T01:00:00Z\",\"offset\":\"+01:00\"}],\"offset\":\"+00:00\","
                        + "\"tzdb\":\"2025b\",\"zone\":\"Europe/London\"}",
                CanonicalJson.text(rules));
        assertEquals(
                "{\"changes\":[],\"offset\":\"+00:00\",\"tzdb\":\"fixed\",\"zone\":\"Z\"}",
                CanonicalJson.text(new ZoneTransitions("Z", "fixed", "+00:00", List.of())));
    }
}
