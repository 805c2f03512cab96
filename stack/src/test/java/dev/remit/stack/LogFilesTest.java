package dev.remit.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFilesTest {
    @TempDir
    Path folder;

    @Test
    void aLogThatGrowsIsTurnedOverAndAFewOldOnesStay() throws IOException {
        Path log = folder.resolve("tickets.log");
        for (int round = 1; round <= LogFiles.OLD + 2; round++) {
            Files.writeString(log, "round " + round + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            LogFiles.bound(folder, 5);
        }
        assertEquals(0, Files.size(log));
        assertEquals("round 6\n", Files.readString(folder.resolve("tickets.log.1")));
        assertEquals("round 3\n", Files.readString(folder.resolve("tickets.log.4")));
        assertFalse(Files.exists(folder.resolve("tickets.log.5")));
    }

    @Test
    void aLogWithinItsSizeIsLeftAlone() throws IOException {
        Path log = Files.writeString(folder.resolve("billing.log"), "a line\n");
        LogFiles.bound(folder, LogFiles.SIZE);
        assertEquals("a line\n", Files.readString(log));
    }
}
