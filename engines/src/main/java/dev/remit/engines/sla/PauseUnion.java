package dev.remit.engines.sla;

import java.util.Arrays;
import java.util.List;

/** Pauses in epoch seconds, clipped to a start, joined where they touch, in order. */
final class PauseUnion {
    /** The end of a pause that is never over. */
    static final long NEVER = Long.MAX_VALUE;

    private final long[] from;
    private final long[] to;

    private PauseUnion(long[] from, long[] to) {
        this.from = from;
        this.to = to;
    }

    static PauseUnion of(List<Pause> pauses, long start) {
        long[][] clipped = pauses.stream()
                .map(pause -> new long[] {
                    Math.max(start, pause.from().getEpochSecond()),
                    pause.to() == null ? NEVER : pause.to().getEpochSecond()
                })
                .filter(pause -> pause[0] < pause[1])
                .sorted((a, b) -> Long.compare(a[0], b[0]))
                .toArray(long[][]::new);
        long[] from = new long[clipped.length];
        long[] to = new long[clipped.length];
        int count = 0;
        for (long[] pause : clipped) {
            if (count > 0 && pause[0] <= to[count - 1]) {
                to[count - 1] = Math.max(to[count - 1], pause[1]);
            } else {
                from[count] = pause[0];
                to[count++] = pause[1];
            }
        }
        return new PauseUnion(Arrays.copyOf(from, count), Arrays.copyOf(to, count));
    }

    int size() {
        return from.length;
    }

    long from(int i) {
        return from[i];
    }

    long to(int i) {
        return to[i];
    }
}
