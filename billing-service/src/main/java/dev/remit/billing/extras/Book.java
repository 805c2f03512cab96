package dev.remit.billing.extras;

import dev.remit.billing.agreements.SignedVersions;
import dev.remit.billing.approvals.Authority;
import dev.remit.billing.books.CutOffs.Closing;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.rating.TripDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Everything that a client's unpublished lines follow from.
 *
 * @param entries those with anything that may move, in any order; one may belong to another client by now
 * @param rulings by work item
 * @param authorities by work item
 * @param lines by entry of this book, published and not
 * @param billed what published lines of each work item have billed, by currency in minor units, of entries here or not
 * @param carried trips that published lines of other entries charge
 * @param closings cut-offs of the book
 */
record Book(
        UUID clientId,
        List<KnownEntry> entries,
        Map<UUID, Ruling> rulings,
        Map<UUID, Authority> authorities,
        SignedVersions versions,
        Map<UUID, List<Extra>> lines,
        Map<UUID, Map<String, Long>> billed,
        Set<TripDay> carried,
        List<Closing> closings) {

    /** Whether a cut-off has closed a date. */
    boolean isClosed(LocalDate date) {
        return closings.stream().anyMatch(closing -> !closing.through().isBefore(date));
    }

    Ruling ruling(KnownEntry entry) {
        return entry.entry().workItemId() == null
                ? null
                : rulings.get(entry.entry().workItemId());
    }

    Authority authority(KnownEntry entry) {
        return entry.entry().workItemId() == null
                ? Authority.NONE
                : authorities.getOrDefault(entry.entry().workItemId(), Authority.NONE);
    }
}
