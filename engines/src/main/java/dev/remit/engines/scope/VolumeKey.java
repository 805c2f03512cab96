package dev.remit.engines.scope;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Names one count of included volume of a client.
 *
 * @param unit what is counted
 * @param item the catalogue item of which it is counted; null where it is counted of a category
 * @param category the category of which it is counted; null where it is counted of an item
 * @param period the length of the period
 * @param from its first day
 */
public record VolumeKey(VolumeUnit unit, String item, String category, VolumePeriod period, LocalDate from) {

    /** The count of the period after this one; empty where there is none. */
    public Optional<VolumeKey> next() {
        return Optional.ofNullable(period.next(from)).map(next -> new VolumeKey(unit, item, category, period, next));
    }
}
