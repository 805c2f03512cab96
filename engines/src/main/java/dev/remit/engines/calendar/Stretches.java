package dev.remit.engines.calendar;

import java.util.Arrays;

/** Gathers open stretches of one span in any order and joins those that touch or overlap. */
final class Stretches {
    private final long start;
    private final long end;
    private final int[] opens;
    private final int[] closes;
    private int count;

    /** @param most how many stretches are added at most */
    Stretches(long start, long end, int most) {
        this.start = start;
        this.end = end;
        this.opens = new int[most];
        this.closes = new int[most];
    }

    /** Adds {@code [open, close)} in epoch seconds, cut to the span; one that is empty is left out. */
    void add(long open, long close) {
        long from = Math.max(open, start);
        long to = Math.min(close, end);
        if (from >= to) {
            return;
        }
        insert((int) (from - start), (int) (to - start));
    }

    /** Nearly always at the end: stretches come day by day. */
    private void insert(int open, int close) {
        int at = count++;
        while (at > 0 && opens[at - 1] > open) {
            opens[at] = opens[at - 1];
            closes[at] = closes[at - 1];
            at--;
        }
        opens[at] = open;
        closes[at] = close;
    }

    OpenTable toTable(long index, int[] offsetsFrom, int[] offsets) {
        int joined = 0;
        for (int i = 0; i < count; i++) {
            if (joined > 0 && opens[i] <= closes[joined - 1]) {
                closes[joined - 1] = Math.max(closes[joined - 1], closes[i]);
            } else {
                opens[joined] = opens[i];
                closes[joined++] = closes[i];
            }
        }
        int[] before = new int[joined + 1];
        for (int i = 0; i < joined; i++) {
            before[i + 1] = before[i] + closes[i] - opens[i];
        }
        return new OpenTable(index, Arrays.copyOf(opens, joined), before, offsetsFrom, offsets);
    }
}
