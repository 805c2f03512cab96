package dev.remit.tickets.rulings;

import dev.remit.engines.scope.VolumeKey;
import java.util.UUID;

/**
 * How much of an included volume is used up now, told whenever that has changed.
 *
 * @param volume which count
 * @param used by work items whose tickets are not cancelled; at least 0
 */
record IncludedVolumeUsed(UUID clientId, VolumeKey volume, long used) {
    static final String TYPE = "IncludedVolumeUsed";
}
