package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a running stack makes room for a service in dev mode, and takes its place again. */
class DevModeTest {
    @TempDir
    private Path state;

    /** A part that is up or not. */
    private static final class Lamp implements DevMode.Part {
        private boolean on = true;

        @Override
        public void start() {
            on = true;
        }

        @Override
        public void stop() {
            on = false;
        }

        @Override
        public Map<String, String> environment() {
            return Map.of("REMIT_HTTP_PORT", "8083", "REMIT_DB_PASSWORD", "ä b=c");
        }
    }

    @Test
    void theStackMakesRoomAndHandsItsSettingsOver() {
        DevMode billing = new DevMode(state, "billing");
        Lamp own = new Lamp();
        billing.follow(own);
        assertTrue(own.on, "nobody asked");

        billing.take();
        billing.follow(own);
        assertFalse(own.on);
        assertEquals(own.environment(), billing.settings());
        billing.follow(own);
        assertFalse(own.on, "for as long as the developer is there");
    }

    @Test
    void twoDoNotDevelopTheSame() {
        DevMode billing = new DevMode(state, "billing");
        billing.take();
        assertThrows(StackException.class, billing::take);
        new DevMode(state, "tickets").take();
    }

    @Test
    void itIsStartedAgainWhenTheDeveloperIsGone() throws IOException, InterruptedException {
        DevMode billing = new DevMode(state, "billing");
        Lamp own = new Lamp();
        billing.take();
        billing.follow(own);

        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Files.writeString(state.resolve("dev/billing.pid"), Long.toString(killed.pid()));
        billing.follow(own);
        assertTrue(own.on);
        assertEquals(0, state.resolve("dev").toFile().list().length, "files that are left");
    }
}
