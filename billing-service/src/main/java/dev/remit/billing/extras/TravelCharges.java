package dev.remit.billing.extras;

import dev.remit.billing.work.Entry;
import dev.remit.engines.rating.Travel;
import dev.remit.engines.rating.TripDay;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which entry each trip is charged with: one that is published with it already, else the first that is billed, else the
 * first that waits. A trip of which technician or site is not known is charged with its own entry.
 */
final class TravelCharges {
    private final Set<UUID> charged = new HashSet<>();

    private TravelCharges() {}

    /** @param standings in order of start, then id */
    static TravelCharges of(List<Standing> standings, Set<TripDay> carriedElsewhere) {
        TravelCharges charges = new TravelCharges();
        Set<TripDay> taken = new HashSet<>(carriedElsewhere);
        standings.stream()
                .flatMap(standing -> standing.kept().stream())
                .filter(TravelCharges::isPublishedTrip)
                .forEach(line -> visit(line.grounds).ifPresent(taken::add));
        standings.stream()
                .filter(TravelCharges::isCandidate)
                .sorted(Comparator.comparing(standing -> standing.hold() != null))
                .filter(standing -> visit(standing.entry()).map(taken::add).orElseGet(() -> isUnpublished(standing)))
                .forEach(carrier -> charges.charged.add(carrier.id()));
        return charges;
    }

    static Optional<TripDay> visit(Entry entry) {
        return TripDay.of(entry.technicianId(), entry.siteCode(), entry.workDate());
    }

    static Optional<TripDay> visit(Grounds grounds) {
        return TripDay.of(grounds.technicianId(), grounds.siteCode(), grounds.workDate());
    }

    private static boolean isCandidate(Standing standing) {
        return standing.charged()
                && standing.entry().travel()
                && standing.isRateable()
                && !(standing.version().travel() instanceof Travel.None);
    }

    private static boolean isUnpublished(Standing standing) {
        return standing.kept().stream().noneMatch(TravelCharges::isPublishedTrip);
    }

    private static boolean isPublishedTrip(Extra line) {
        return line.kind == LineKind.TRAVEL && line.isPublished();
    }

    boolean charges(Standing standing) {
        return charged.contains(standing.id());
    }
}
