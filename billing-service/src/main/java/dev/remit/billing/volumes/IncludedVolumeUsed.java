package dev.remit.billing.volumes;

import dev.remit.engines.scope.VolumeKey;
import java.util.UUID;

/**
 * How much of an included volume work has taken by now, told whenever that has changed.
 *
 * @param volume which count
 * @param used within it and beyond it: visits, or the seconds of hours; at least 0
 */
record IncludedVolumeUsed(UUID clientId, VolumeKey volume, long used) {
    static final String TYPE = "IncludedVolumeUsed";
}
