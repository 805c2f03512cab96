package dev.remit.stack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final AtomicInteger starts = new AtomicInteger();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private Supervised process;

    @AfterEach
    void end() {
        process.kill();
    }

    @Test
    void whatEndsByItselfIsStartedAgainAndThatIsTold() {
        process = supervised("sleep 0.1; exit 3");
        process.start("part runs", SOON, () -> true);
        await().atMost(SOON).until(() -> starts.get() >= 3);
        assertEquals("part ended with code 3 by itself; it is started again in 20 ms", told.get(0));
        assertEquals("part ended with code 3 by itself; it is started again in 40 ms", told.get(1));
    }

    @Test
    void whatRunsOutOfMemoryEndsAndIsStartedAgain() {
        process = supervised(String.join(" ", Jvm.command(16)) + " -cp '" + System.getProperty("java.class.path")
                + "' '" + Hoarder.class.getName() + "'");
        process.start("part runs", SOON, () -> true);
        await().atMost(Duration.ofSeconds(60)).until(() -> starts.get() >= 2);
        assertEquals("part ended with code 3 by itself; it is started again in 20 ms", told.getFirst());
    }

    @Test
    void whatIsStoppedOrKilledStaysAway() {
        process = supervised("sleep 600");
        process.start("part runs", SOON, () -> true);
        process.stop();
        process.start("part runs", SOON, () -> true);
        process.kill();
        assertFalse(process.isRunning());
        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> starts.get() == 2);
        assertEquals(List.of(), told);
    }

    @Test
    void whatCannotBeStartedAgainIsTriedAgain() {
        process = new Supervised(
                "part",
                () -> {
                    if (starts.incrementAndGet() == 2) {
                        throw new StackException("no memory");
                    }
                    return part("sleep 0.1");
                },
                Duration.ofMillis(20),
                told::add);
        process.start("part runs", SOON, () -> true);
        await().atMost(SOON).until(() -> starts.get() >= 3);
        assertEquals(
                "part could not be started: no memory; it has ended by itself; it is started again in 40 ms",
                told.get(1));
    }

    @Test
    void whatIsStoppedBeforeItIsReadyStaysAway() {
        process = supervised("sleep 600");
        assertThrows(
                StackException.class,
                () -> process.start("part runs", SOON, () -> {
                    process.stop();
                    return false;
                }));
        process.start("part runs", SOON, () -> {
            process.stop();
            return true;
        });
        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> starts.get() == 2 && !process.isRunning());
    }

    private Supervised supervised(String command) {
        return new Supervised(
                "part",
                () -> {
                    starts.incrementAndGet();
                    return part(command);
                },
                Duration.ofMillis(20),
                told::add);
    }

    private LeashedProcess part(String command) {
        return LeashedProcess.start(
                "part", List.of("sh", "-c", command), Map.of(), folder.resolve("part.log"), Duration.ofSeconds(1));
    }

    /** Takes memory until there is none, in a thread beside the first. */
    static final class Hoarder {
        public static void main(String[] arguments) throws InterruptedException {
            Thread hoarding = new Thread(() -> {
                List<byte[]> hoard = new ArrayList<>();
                while (true) {
                    hoard.add(new byte[1_000_000]);
                }
            });
            hoarding.start();
            Thread.sleep(600_000);
        }
    }
}
