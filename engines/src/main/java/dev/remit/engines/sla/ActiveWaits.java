package dev.remit.engines.sla;

import java.util.Arrays;
import java.util.List;

/** Walks through time and knows which waits are under way. */
final class ActiveWaits {
    private record Edge(long at, WaitReason reason, int step) {}

    private final Edge[] edges;
    private final int[] count = new int[WaitReason.values().length];
    private int next;
    private int mask;

    ActiveWaits(List<WaitReading> waits) {
        Edge[] all = new Edge[waits.size() * 2];
        int size = 0;
        for (WaitReading wait : waits) {
            if (!wait.from().equals(wait.to())) {
                long to = wait.to() == null ? PauseUnion.NEVER : wait.to().getEpochSecond();
                all[size++] = new Edge(wait.from().getEpochSecond(), wait.reason(), 1);
                all[size++] = new Edge(to, wait.reason(), -1);
            }
        }
        edges = Arrays.copyOf(all, size);
        Arrays.sort(edges, (a, b) -> Long.compare(a.at, b.at));
    }

    /** Moves on to a moment, not earlier than the last; what begins there is under way, what ends there is not. */
    void moveTo(long at) {
        while (next < edges.length && edges[next].at <= at) {
            WaitReason reason = edges[next].reason;
            count[reason.ordinal()] += edges[next].step;
            mask = count[reason.ordinal()] > 0 ? mask | bit(reason) : mask & ~bit(reason);
            next++;
        }
    }

    /** The next moment at which a wait begins or ends, or {@link PauseUnion#NEVER}. */
    long nextEdge() {
        return next < edges.length ? edges[next].at : PauseUnion.NEVER;
    }

    /** The reasons under way, one bit each. */
    int mask() {
        return mask;
    }

    /** When the last of the waits under way that have one of the reasons is over. */
    long overAt(int reasons) {
        long over = Long.MIN_VALUE;
        for (int i = next; i < edges.length; i++) {
            if ((bit(edges[i].reason) & mask & reasons) != 0) {
                over = Math.max(over, edges[i].at);
            }
        }
        return over;
    }

    /** The first of some reasons, or null when there are none. */
    static WaitReason first(int reasons) {
        return reasons == 0 ? null : WaitReason.values()[Integer.numberOfTrailingZeros(reasons)];
    }

    static int bit(WaitReason reason) {
        return 1 << reason.ordinal();
    }
}
