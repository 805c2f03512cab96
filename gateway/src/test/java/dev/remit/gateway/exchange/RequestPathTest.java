package dev.remit.gateway.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @ParameterizedTest
    @CsvSource({
        "/api/tickets/v1/a%20b, a b",
        "/api/tickets/v1/100%25, 100%",
        "/api/tickets/v1/50%25-off, 50%-off",
        "/api/tickets/v1/%C3%A9t%C3%A9, été",
        "/api/tickets/v1/INC%23077, INC#077",
        "/api/tickets/v1/a%3Bb, a;b",
        "/api/tickets/v1/a%3Fb, a?b",
        "/api/tickets/v1/..., ...",
        "/api/tickets/v1/.hidden, .hidden",
        "/api/tickets/v1/a..b, a..b",
        "/api/tickets/v1/x@y.example:1, x@y.example:1",
    })
    void keysOfOtherSystemsAreReadAsTheyAre(String raw, String last) {
        var path = RequestPath.parse(raw).orElseThrow();

        assertEquals(raw, path.raw());
        assertEquals(List.of("api", "tickets", "v1", last), path.segments());
    }

    @Test
    void aTrailingSlashIsAnEmptySegment() {
        assertEquals(
                List.of("api", "tickets", ""),
                RequestPath.parse("/api/tickets/").orElseThrow().segments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api/tickets",
                "/api//tickets",
                "/api/./tickets",
                "/api/../tickets",
                "/api/.%2e/tickets",
                "/api/%2e/tickets",
                "/api/%252e%252e/tickets",
                "/api/%25252e/tickets",
                "/api/%2525252525252e/tickets",
                "/api/a%2fb",
                "/api/a%252fb",
                "/api/a%5cb",
                "/api/a\\b",
                "/api/a;b",
                "/api/..%3bx/tickets",
                "/api/a%00b",
                "/api/a%0ab",
                "/api/a%7fb",
                "/api/%",
                "/api/%4",
                "/api/%4x",
                "/api/%c0%af",
                "/api/%ff",
                "/api/%ed%a0%80",
                "/api/été",
                "/api/a b",
                "/api/a#b",
                "/api/a|b"
            })
    void whatTwoReadersCouldReadInTwoWaysIsNoPath(String raw) {
        assertTrue(RequestPath.parse(raw).isEmpty());
    }
}
