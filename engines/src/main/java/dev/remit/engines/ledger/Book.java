package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.money.Sums;
import dev.remit.engines.rating.TripDay;
import dev.remit.engines.scope.VolumeKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One client's facts and lines, to be asked for those that matter. Each answer is complete for its question and may hold
 * more; nothing in it changes while a ledger is computed. An entry moves while it is not at rest, and has an unpublished
 * line or may come to have one.
 */
public interface Book {

    /** Whose it is. */
    UUID clientId();

    /** Entries by their ids; those that are not known are left out. */
    List<WorkEntry> entries(Set<UUID> ids);

    /** Entries that move and are of these work items, or have lines under their caps. */
    List<WorkEntry> moving(Set<UUID> workItems);

    /** All of the client's entries of these work items, at rest or not. */
    List<WorkEntry> ofWorkItems(Set<UUID> workItems);

    /** Those of some work items that move, with those at rest that have unpublished lines. */
    List<WorkEntry> unpublished(Set<UUID> workItems);

    /** All of the client's that move, or have unpublished lines. */
    List<WorkEntry> unpublished();

    /** Entries of these work items with lines that further room under a cap would bill more of. */
    List<WorkEntry> waiting(Set<UUID> workItems);

    /**
     * The client's entries of some visits, at rest or not.
     *
     * @param withTripOnly leaves out those for which no trip was made
     */
    List<WorkEntry> ofVisits(Set<TripDay> visits, boolean withTripOnly);

    /** The client's entries of some tickets that move. */
    List<WorkEntry> ofTickets(Set<UUID> tickets);

    /** All lines in this client's book, by entry. */
    Map<UUID, List<BookedLine>> lines(Set<UUID> entries);

    /** The counts of included volume of which some entries were last said to take. */
    Set<VolumeKey> volumes(Set<UUID> entries);

    /** The client's entries that move and were last said to take of some counts. */
    List<WorkEntry> counted(Set<VolumeKey> volumes);

    /** What is taken of some counts, as it was last said. */
    List<VolumeUse> volumeUses(Set<VolumeKey> volumes);

    /** By work item. */
    Map<UUID, WorkItemRuling> rulings(Set<UUID> workItems);

    /** By work item, with what was shown of some entries; a work item without a quote for this client may be left out. */
    Map<UUID, Approvals> approvals(Set<UUID> workItems, Set<UUID> entries);

    /** Those of some work items that have an approved quote, so that their entries share its cap. */
    Set<UUID> capped(Set<UUID> workItems);

    /** What published lines bill, by work item. */
    Map<UUID, Sums> billed(Set<UUID> workItems);

    /** Cut-offs that closed a date or any after it. */
    List<Closing> closings(LocalDate date);

    /** The client's signed versions. */
    SignedVersions versions();
}
