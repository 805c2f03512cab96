package dev.remit.tickets.rulings;

import dev.remit.engines.scope.VolumeKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tickets that were looked at before would take of included volumes, more or less than they do. */
public final class CandidateVolumes {
    private final Map<VolumeKey, Long> more = new HashMap<>();

    /**
     * How much more of a volume would be taken by then.
     *
     * @param tickets below 0 for less
     */
    public record Taken(VolumeKey volume, long tickets) {}

    /** Goes on where an earlier look has ended. */
    public CandidateVolumes(List<Taken> before) {
        before.forEach(taken -> more.put(taken.volume(), taken.tickets()));
    }

    long moreOf(VolumeKey key) {
        return more.getOrDefault(key, 0L);
    }

    void take(VolumeKey key) {
        more.merge(key, 1L, Long::sum);
    }

    void release(VolumeKey key) {
        more.merge(key, -1L, Long::sum);
    }

    /** For whoever looks at the next tickets. */
    public List<Taken> all() {
        List<Taken> all = new ArrayList<>();
        more.forEach((volume, tickets) -> all.add(new Taken(volume, tickets)));
        return all;
    }
}
