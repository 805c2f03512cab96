package dev.remit.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Cuts a message at {@value #MOST} characters, whatever a caller put into it. What the transaction manager warns of, such as
 * one of two requests that lost a race for a row, is told in a line: whoever ran the transaction tells a failure with its stack.
 */
@LoggingFilter(name = "bounded-lines")
public final class BoundedLines implements Filter {
    static final int MOST = 2_000;
    private static final String TRANSACTIONS = "com.arjuna.";
    private static final int MAX_DEPTH = 32;

    @Override
    public boolean isLoggable(LogRecord line) {
        if (line instanceof ExtLogRecord record) {
            String message = record.getFormattedMessage();
            Throwable thrown = record.getThrown();
            if (thrown != null
                    && record.getLoggerName() != null
                    && record.getLoggerName().startsWith(TRANSACTIONS)) {
                record.setThrown(null);
                rewrite(record, cut(message + ": " + root(thrown)));
            } else if (message != null && message.length() > MOST) {
                rewrite(record, cut(message));
            }
        }
        return true;
    }

    private static void rewrite(ExtLogRecord record, String message) {
        record.setMessage(message, ExtLogRecord.FormatStyle.NO_FORMAT);
    }

    private static String cut(String message) {
        return message.length() <= MOST
                ? message
                : message.substring(0, MOST) + "… (" + message.length() + " characters)";
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < MAX_DEPTH; depth++) {
            root = root.getCause();
        }
        return root;
    }
}
