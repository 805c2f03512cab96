package dev.remit.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.remit.kit.testing.api.Fuzz;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the answer is one that the API document describes, and none is a failure. */
@QuarkusTest
class FuzzTest extends NotificationsTest {
    private static final int CASES = 1_500;

    @Test
    void everyAnswerIsDescribed() {
        long seed = Long.getLong("fuzz.seed", 20_260_611L);
        Fuzz fuzz = new Fuzz(Requests.base(), Requests.document(), new Requests(consumers)::to, seed);
        assertEquals("", String.join("\n", fuzz.run(CASES)));
    }
}
