package dev.remit.gateway.exchange;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A W3C trace context.
 *
 * @param value    the {@code traceparent} field
 * @param received whether it came with the request; if not, neither does its {@code tracestate} count
 */
public record TraceParent(String value, boolean received) {

    private static final Pattern FORM = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    static TraceParent of(String header) {
        return header != null && FORM.matcher(header).matches()
                ? new TraceParent(header, true)
                : new TraceParent(fresh(), false);
    }

    /** The id that all hops of the trace share. */
    String traceId() {
        return value.substring(3, 35);
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current();
        return "00-%016x%016x-%016x-01".formatted(nonZero(random), random.nextLong(), nonZero(random));
    }

    private static long nonZero(ThreadLocalRandom random) {
        long value;
        do {
            value = random.nextLong();
        } while (value == 0);
        return value;
    }
}
