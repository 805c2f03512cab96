package dev.remit.billing.extras;

import dev.remit.engines.rating.Travel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which entry each trip is charged with: one that is published with it already, else the first that is billed, else the
 * first that waits.
 */
final class TravelCharges {
    private final Set<UUID> charged = new HashSet<>();

    private TravelCharges() {}

    /** @param standings in order of start, then id */
    static TravelCharges of(List<Standing> standings, Set<TravelDay> carriedElsewhere) {
        TravelCharges charges = new TravelCharges();
        Set<TravelDay> taken = new HashSet<>(carriedElsewhere);
        standings.stream()
                .flatMap(standing -> standing.kept().stream())
                .filter(line -> line.kind == LineKind.TRAVEL && line.isPublished())
                .forEach(line -> taken.add(TravelDay.of(line.grounds)));
        Map<TravelDay, Standing> carriers = new HashMap<>();
        standings.stream()
                .filter(TravelCharges::isCandidate)
                .sorted(Comparator.comparing(standing -> standing.hold() != null))
                .forEach(standing -> carriers.putIfAbsent(TravelDay.of(standing.entry()), standing));
        carriers.forEach((day, carrier) -> {
            if (!taken.contains(day)) {
                charges.charged.add(carrier.id());
            }
        });
        return charges;
    }

    private static boolean isCandidate(Standing standing) {
        return standing.charged()
                && standing.entry().travel()
                && standing.isRateable()
                && !(standing.version().travel() instanceof Travel.None);
    }

    boolean charges(Standing standing) {
        return charged.contains(standing.id());
    }
}
