package dev.remit.engines.rating;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Charges a trip once for each visit, with the first that asks; one that belongs to no known visit is one of its own. */
public final class Trips {
    private final Set<TripDay> charged = new HashSet<>(4);

    /**
     * Charges a trip unless that of its visit was charged before.
     *
     * @param visit empty where it is not known
     * @return whether it is charged now
     */
    public boolean charge(Optional<TripDay> visit) {
        return visit.map(charged::add).orElse(true);
    }
}
