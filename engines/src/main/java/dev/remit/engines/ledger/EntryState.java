package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.Travel;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known of one time entry before anything is rated: by which versions, and what becomes of each piece of it.
 *
 * @param work its pieces, judged
 * @param present whether it is still there and the client's, so that each piece of it makes a line
 * @param kept its published lines that still hold, and their unpublished siblings, by line number
 * @param outdated its published lines that no longer hold
 */
record EntryState(
        WorkEntry entry,
        Approvals approvals,
        JudgedWork work,
        boolean present,
        List<BookedLine> kept,
        List<BookedLine> outdated) {

    private static final Comparator<BookedLine> IN_ORDER = Comparator.comparingInt(
                    (BookedLine line) -> line.figures().lineNumber())
            .thenComparing(line -> line.id().toString());

    static EntryState of(WorkEntry entry, Facts facts) {
        WorkItemRuling ruling = facts.ruling(entry);
        Approvals approvals = facts.approvals(entry);
        JudgedWork work = new JudgedWork(entry, ruling, approvals, facts.versions());
        boolean present = facts.clientId().equals(entry.clientId()) && !entry.deleted();
        List<BookedLine> lines = facts.lines(entry).stream().sorted(IN_ORDER).toList();
        List<BookedLine> living =
                lines.stream().filter(line -> isLiving(line, lines)).toList();
        List<BookedLine> holding = living.stream()
                .filter(line -> present
                        && work.piece(line.figures().band()).isExtra()
                        && line.factsHash().equals(entry.factsHash()))
                .toList();
        return new EntryState(
                entry,
                approvals,
                work,
                present,
                holding.isEmpty() ? List.of() : withSiblings(holding, lines, entry, work),
                living.stream().filter(line -> !holding.contains(line)).toList());
    }

    private static boolean isLiving(BookedLine line, List<BookedLine> lines) {
        return line.published()
                && line.origin() != Origin.REVERSAL
                && lines.stream()
                        .noneMatch(other -> other.published()
                                && other.origin() == Origin.REVERSAL
                                && other.key().refersTo().equals(line.id()));
    }

    /** One that was included and no longer is, or the other way, is made anew: another clause rules it. */
    private static List<BookedLine> withSiblings(
            List<BookedLine> published, List<BookedLine> lines, WorkEntry entry, JudgedWork work) {
        Stream<BookedLine> siblings = lines.stream()
                .filter(line -> !line.published()
                        && line.origin() == Origin.RATED
                        && line.figures().amountMinor() != null
                        && (line.figures().heldReason() == HeldReason.INCLUDED)
                                == work.piece(line.figures().band()).isIncluded()
                        && line.factsHash().equals(entry.factsHash()));
        return Stream.concat(published.stream(), siblings).sorted(IN_ORDER).toList();
    }

    UUID id() {
        return entry.id();
    }

    /** Whether the entry is to be rated, rather than published already. */
    boolean isFresh() {
        return present && kept.isEmpty();
    }

    boolean isRateable() {
        List<SignedVersion> versions = work.versions();
        return !versions.isEmpty()
                && !entry.unmapped()
                && versions.stream().allMatch(version -> Holds.hasRate(entry, version))
                && entry.isRateable();
    }

    /** The version that prices where the work begins, and its trip; null where no signed version does. */
    SignedVersion version() {
        return work.first().version();
    }

    /** Bands of which no line is kept though others are: another clause rules them than when those were rated. */
    List<Band> missing() {
        if (!present || kept.isEmpty()) {
            return Collections.emptyList();
        }
        Set<Band> lines = kept.stream().map(line -> line.figures().band()).collect(Collectors.toSet());
        return work.worked().stream().filter(band -> !lines.contains(band)).toList();
    }

    /** Whether anything of it is to be rated. */
    boolean isToBeRated() {
        return isFresh() || !missing().isEmpty();
    }

    /** Whether its trip may be charged: a trip to included work is included. */
    boolean hasTrip() {
        return present
                && !work.first().isIncluded()
                && entry.travel()
                && isRateable()
                && !(version().travel() instanceof Travel.None);
    }

    boolean hasPublishedTrip() {
        return kept.stream().anyMatch(line -> line.isTravel() && line.published());
    }

    /** Whether no other entry's minutes depend on this one's. */
    boolean isRoundedAlone() {
        return work.versions().stream().allMatch(version -> version.grouping() == Grouping.ENTRY);
    }
}
