package dev.remit.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.remit.kit.problem.Problem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void partsComeBackAsTheyWere() {
        Instant at = Instant.parse("2026-06-20T21:30:00.000001Z");
        UUID id = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
        Cursor cursor = Cursor.parse(Cursor.after(at, id, 7, Long.MAX_VALUE).text(), 4);
        assertEquals(at, cursor.instant(0));
        assertEquals(id, cursor.uuid(1));
        assertEquals(7, cursor.integer(2));
        assertEquals(Long.MAX_VALUE, cursor.number(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+20000-01-01T00:00:00Z", "0999-12-31T23:59:59Z", "-0001-01-01T00:00:00Z", "yesterday", ""})
    void momentsThatNoListHoldsAreRefused(String forged) {
        Cursor cursor = Cursor.parse(Cursor.after(forged).text(), 1);
        assertThrows(Problem.class, () -> cursor.instant(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "-2147483649", "9223372036854775808", "1.5", ""})
    void numbersThatNoListHoldsAreRefused(String forged) {
        Cursor cursor = Cursor.parse(Cursor.after(forged).text(), 1);
        assertThrows(Problem.class, () -> cursor.integer(0));
    }
}
