package dev.remit.kit.ids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-06-20T12:00:00.123456Z");

    @Test
    void idTellsItsVersionAndMillisecond() {
        UUID id = new Ids(InstantSource.fixed(NOW)).next();
        assertEquals(7, id.version());
        assertEquals(2, id.variant());
        assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
    }

    @Test
    void idsGrowWithinAMillisecondAndPastAFullCounter() {
        Ids ids = new Ids(InstantSource.fixed(NOW));
        List<UUID> made = IntStream.range(0, 10_000).mapToObj(i -> ids.next()).toList();
        for (int i = 1; i < made.size(); i++) {
            assertTrue(made.get(i - 1).toString().compareTo(made.get(i).toString()) < 0);
        }
    }

    @Test
    void clockSetBackDoesNotMakeIdsShrink() {
        Instant[] now = {NOW};
        Ids ids = new Ids(() -> now[0]);
        UUID before = ids.next();
        now[0] = NOW.minusSeconds(60);
        assertTrue(before.toString().compareTo(ids.next().toString()) < 0);
    }

    @Test
    void threadsNeverGetTheSameId() {
        Ids ids = new Ids(InstantSource.fixed(NOW));
        Set<Long> ticks = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> ticks.add(ids.next().getMostSignificantBits()));
        assertEquals(20_000, ticks.size());
    }

    @Test
    void firstIdOfAMomentPartsEarlierFromLater() {
        String first = Ids.firstOf(NOW).toString();
        assertTrue(first.compareTo(new Ids(InstantSource.fixed(NOW)).next().toString()) < 0);
        assertTrue(first.compareTo(
                        new Ids(InstantSource.fixed(NOW.minusMillis(1))).next().toString())
                > 0);
    }

    @Test
    void canonicalTextIsAnId() {
        UUID id = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
        assertEquals(Optional.of(id), Ids.parse("0198C0DE-0000-7000-8000-000000000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0198c0de00007000800000000000000",
                "0198c0de-0000-7000-8000-00000000000g",
                " 0198c0de-0000-7000-8000-000000000001"
            })
    void anyOtherTextIsNone(String text) {
        assertEquals(Optional.empty(), Ids.parse(text));
    }
}
