package dev.remit.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a running stack makes room for a service in dev mode, and takes its place again. */
class DevModeTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path state;

    /** A part that is up or not. */
    private static final class Lamp implements DevMode.Part {
        private boolean on = true;
        private Runnable whenStarted = () -> {};

        @Override
        public void start() {
            whenStarted.run();
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

    @Test
    void whatIsDevelopedIsGoneBeforeThePlaceIsGivenBack() throws IOException, InterruptedException {
        Lamp own = new Lamp();
        Process developer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Developer.class.getName(),
                        state.toString())
                .inheritIO()
                .start();
        DevMode billing = new DevMode(state, "billing");
        await().atMost(SOON).until(() -> {
            billing.follow(own);
            return !own.on;
        });
        ShellWithChild family = ShellWithChild.of(state.resolve("pids"));

        List<ProcessHandle> leftAtTheStart = new ArrayList<>();
        own.whenStarted = () -> leftAtTheStart.addAll(family.alive());
        developer.destroy();
        await().atMost(SOON).until(() -> {
            billing.follow(own);
            return own.on;
        });
        assertEquals(List.of(), leftAtTheStart);
        assertTrue(developer.waitFor(SOON.toSeconds(), TimeUnit.SECONDS));
    }

    /** Develops billing, which is a sleeper that started another. */
    static final class Developer {
        private Developer() {}

        public static void main(String[] arguments) {
            Path state = Path.of(arguments[0]);
            System.exit(new DevMode(state, "billing")
                    .run(List.of("bash", "-c", ShellWithChild.tellsItsPids(state.resolve("pids")))));
        }
    }
}
