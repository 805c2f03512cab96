package dev.remit.kit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
    private final BoundedLines filter = new BoundedLines();

    @Test
    void aLongMessageIsCutAndSaysHowLongItWas() {
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "x".repeat(9_000), ExtLogRecord.FormatStyle.NO_FORMAT, "Test");
        assertTrue(filter.isLoggable(line));
        assertEquals("x".repeat(BoundedLines.MOST) + "… (9000 characters)", line.getFormattedMessage());
    }

    @Test
    void theMessagesParametersCountToo() {
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "method %s", ExtLogRecord.FormatStyle.PRINTF, "Test");
        line.setParameters(new Object[] {"x".repeat(9_000)});
        filter.isLoggable(line);
        assertTrue(line.getFormattedMessage().length() < BoundedLines.MOST + 30);
    }

    @Test
    void theTransactionManagersWarningIsALine() {
        ExtLogRecord line =
                new ExtLogRecord(Level.WARNING, "beforeCompletion failed", ExtLogRecord.FormatStyle.NO_FORMAT, "Test");
        line.setLoggerName("com.arjuna.ats.arjuna");
        line.setThrown(new IllegalStateException("outer", new IllegalArgumentException("Duplicate entry")));
        filter.isLoggable(line);
        assertNull(line.getThrown());
        assertEquals(
                "beforeCompletion failed: java.lang.IllegalArgumentException: Duplicate entry",
                line.getFormattedMessage());
    }

    @Test
    void aBugKeepsItsStack() {
        ExtLogRecord line =
                new ExtLogRecord(Level.SEVERE, "Request failed", ExtLogRecord.FormatStyle.NO_FORMAT, "Test");
        line.setLoggerName("dev.remit.kit.problem.Failures");
        line.setThrown(new IllegalStateException());
        filter.isLoggable(line);
        assertNotNull(line.getThrown());
    }
}
