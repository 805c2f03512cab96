package dev.remit.engines.sla;

import java.util.List;

/** Pauses in epoch seconds, clipped to a start, joined where they touch, in order. */
final class PauseUnion {
    /** The end of a pause that is never over. */
    static final long NEVER = Long.MAX_VALUE;

    private final long[] from;
    private final long[] to;
    private int size;

    private PauseUnion(int most) {
        from = new long[most];
        to = new long[most];
    }

    static PauseUnion of(List<Pause> pauses, long start) {
        PauseUnion union = new PauseUnion(pauses.size());
        for (Pause pause : pauses) {
            long from = Math.max(start, pause.from().getEpochSecond());
            long to = pause.to() == null ? NEVER : pause.to().getEpochSecond();
            if (from < to) {
                union.insert(from, to);
            }
        }
        union.join();
        return union;
    }

    /** Cheap for pauses that come in order, as they nearly always do. */
    private void insert(long begins, long ends) {
        int at = size++;
        while (at > 0 && from[at - 1] > begins) {
            from[at] = from[at - 1];
            to[at] = to[at - 1];
            at--;
        }
        from[at] = begins;
        to[at] = ends;
    }

    private void join() {
        int joined = 0;
        for (int i = 0; i < size; i++) {
            if (joined > 0 && from[i] <= to[joined - 1]) {
                to[joined - 1] = Math.max(to[joined - 1], to[i]);
            } else {
                from[joined] = from[i];
                to[joined++] = to[i];
            }
        }
        size = joined;
    }

    int size() {
        return size;
    }

    long from(int i) {
        return from[i];
    }

    long to(int i) {
        return to[i];
    }
}
