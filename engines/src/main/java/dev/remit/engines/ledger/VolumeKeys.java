package dev.remit.engines.ledger;

import dev.remit.engines.scope.IncludedVolume;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumeUnit;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Of which counts of included volume a time entry may take. */
final class VolumeKeys {
    private VolumeKeys() {}

    /** Those of its dates, under any case of its ruling; where something is carried, of the periods before them too. */
    static Set<VolumeKey> of(WorkEntry entry, WorkItemRuling ruling) {
        Set<VolumeKey> keys = new HashSet<>();
        if (ruling != null) {
            ruling.cases().all().stream()
                    .filter(RulingCase::countsWork)
                    .forEach(counting -> add(keys, counting.includedVolume(), entry));
        }
        return keys;
    }

    private static void add(Set<VolumeKey> keys, IncludedVolume volume, WorkEntry entry) {
        LocalDate date = entry.workDate();
        LocalDate last = volume.unit() == VolumeUnit.HOUR && !entry.timeless() && entry.isRateable()
                ? LocalDate.ofInstant(entry.end(), entry.zone())
                : date;
        while (!date.isAfter(last)) {
            VolumeKey key = volume.key(date);
            keys.add(key);
            volume.before(key).ifPresent(keys::add);
            date = date.withDayOfMonth(1).plusMonths(1);
        }
    }

    /** The same counts, and those into which something of them may be carried. */
    static Set<VolumeKey> withTheNext(Set<VolumeKey> keys) {
        Set<VolumeKey> all = new HashSet<>(keys);
        keys.forEach(key -> key.next().ifPresent(all::add));
        return all;
    }
}
