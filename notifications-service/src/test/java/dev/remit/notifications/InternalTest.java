package dev.remit.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.InternalPathsProbe;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What services say to each other is heard by services alone. */
@QuarkusTest
class InternalTest extends NotificationsTest {
    @Test
    void nobodyElseGetsIn() {
        List<String> paths = List.of("/internal/v1/feed", "/internal/v1/nothing");
        assertEquals("", String.join("\n", InternalPathsProbe.openings(Requests.base(), paths)));
    }
}
