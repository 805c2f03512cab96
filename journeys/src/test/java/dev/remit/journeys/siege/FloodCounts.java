package dev.remit.journeys.siege;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a flood has done: how much it sent, and what was acknowledged. */
final class FloodCounts {
    private static final String SENT = "sent";
    private static final String ANSWERED = "answered";
    private static final String ENTRY = "entry ";

    private final LongAdder sent = new LongAdder();
    private final LongAdder answered = new LongAdder();
    /** Every time entry that was acknowledged, by its key, with the id that it was given. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** A connection was opened, or a request or a part of one was sent. */
    void sent() {
        sent.increment();
    }

    /** A request got what it asked for. */
    void answered() {
        answered.increment();
    }

    void acknowledged(String key, String id) {
        acknowledged.put(key, id);
    }

    long countSent() {
        return sent.sum();
    }

    long countAnswered() {
        return answered.sum();
    }

    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    Properties toProperties() {
        Properties lines = new Properties();
        lines.setProperty(SENT, Long.toString(countSent()));
        lines.setProperty(ANSWERED, Long.toString(countAnswered()));
        acknowledged.forEach((key, id) -> lines.setProperty(ENTRY + key, id));
        return lines;
    }

    static FloodCounts of(Properties lines) {
        FloodCounts tally = new FloodCounts();
        tally.sent.add(Long.parseLong(lines.getProperty(SENT)));
        tally.answered.add(Long.parseLong(lines.getProperty(ANSWERED)));
        lines.stringPropertyNames().stream()
                .filter(name -> name.startsWith(ENTRY))
                .forEach(name -> tally.acknowledged(name.substring(ENTRY.length()), lines.getProperty(name)));
        return tally;
    }
}
