package dev.remit.engines.calendar;

import java.util.Arrays;

/**
 * The open stretches of one span of time with running totals, and the offsets of the zone in it. All values are seconds
 * after {@link #start()}; the stretches are ordered, apart from each other and cut to the span.
 */
final class OpenTable {
    /** Length of every span: about 388 days, so that offsets within it fit an int. */
    static final long SPAN = 1L << 25;

    private final long index;
    private final int[] opens;
    private final int[] before;
    private final int[] offsetsFrom;
    private final int[] offsets;

    /**
     * Takes the arrays as they are.
     *
     * @param index which span since the epoch
     * @param opens where each stretch opens
     * @param before open seconds before each stretch, and one entry more with the total
     * @param offsetsFrom where each offset of the zone begins, the first at 0
     * @param offsets the offsets from UTC
     */
    OpenTable(long index, int[] opens, int[] before, int[] offsetsFrom, int[] offsets) {
        this.index = index;
        this.opens = opens;
        this.before = before;
        this.offsetsFrom = offsetsFrom;
        this.offsets = offsets;
    }

    static long indexOf(long epochSecond) {
        return epochSecond >> 25;
    }

    long index() {
        return index;
    }

    long start() {
        return index << 25;
    }

    int total() {
        return before[opens.length];
    }

    /** Open seconds from the start of the span to a moment in it. */
    int openUntil(int at) {
        int i = stretchAt(at);
        return i < 0 ? 0 : before[i] + Math.min(at - opens[i], length(i));
    }

    /** The first moment by which so many seconds, 1 to the total, have been open: on an edge always the closing one. */
    int reached(int seconds) {
        int found = Arrays.binarySearch(before, seconds);
        int i = found >= 0 ? found - 1 : -found - 2;
        return opens[i] + (seconds - before[i]);
    }

    boolean isOpen(int at) {
        int i = stretchAt(at);
        return i >= 0 && at - opens[i] < length(i);
    }

    /** The first moment after {@code at} at which a stretch begins or ends, or -1 when there is none in the span. */
    int edgeAfter(int at) {
        int i = stretchAt(at);
        if (i >= 0 && at - opens[i] < length(i)) {
            return opens[i] + length(i);
        }
        return i + 1 < opens.length ? opens[i + 1] : -1;
    }

    /** The zone's offset from UTC at a moment of the span. */
    int offsetAt(int at) {
        return offsets[regimeAt(at)];
    }

    /** Where the offset that holds at a moment gives way to the next, or the end of the span. */
    int offsetUntil(int at) {
        int next = regimeAt(at) + 1;
        return next < offsetsFrom.length ? offsetsFrom[next] : (int) SPAN;
    }

    private int regimeAt(int at) {
        int i = offsetsFrom.length - 1;
        while (offsetsFrom[i] > at) {
            i--;
        }
        return i;
    }

    private int length(int i) {
        return before[i + 1] - before[i];
    }

    /** The last stretch that opens at or before a moment, or -1. */
    private int stretchAt(int at) {
        int found = Arrays.binarySearch(opens, at);
        return found >= 0 ? found : -found - 2;
    }
}
