package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.JudgedWork.Piece;
import dev.remit.engines.rating.Grouping;
import dev.remit.engines.rating.Travel;
import dev.remit.engines.scope.RulingCases.Judgement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is known of one time entry before anything is rated: by which versions, and what becomes of each piece of it.
 *
 * @param work its pieces, judged
 * @param present whether it is still there and the client's, so that each piece of it makes a line
 * @param kept its published lines that still hold, and their unpublished siblings, by line number
 * @param outdated its published lines that no longer hold
 * @param publishedCharges its published lines that do not go by time, whether they hold or not
 */
record EntryState(
        WorkEntry entry,
        Approvals approvals,
        JudgedWork work,
        boolean present,
        List<BookedLine> kept,
        List<BookedLine> outdated,
        List<BookedLine> publishedCharges) {

    /**
     * What is charged with the entry beside its time.
     *
     * @param band of the piece that it is charged for; null where all of the work is judged alike
     * @param hold null where nothing keeps it from being billed
     */
    record Due(Band band, Charge charge, Judgement judgement, HeldReason hold) {

        /** The clause that says so; null where a person does. */
        String clause() {
            return judgement.decided().clause() == null
                    ? null
                    : judgement.decided().clause().id();
        }
    }

    private static final Comparator<BookedLine> IN_ORDER = Comparator.comparingInt(
                    (BookedLine line) -> line.figures().lineNumber())
            .thenComparing(line -> line.id().toString());

    static EntryState of(JudgedWork work, Facts facts) {
        WorkEntry entry = work.entry();
        Approvals approvals = facts.approvals(entry);
        boolean present = facts.clientId().equals(entry.clientId()) && !entry.deleted();
        List<BookedLine> lines = facts.lines(entry).stream().sorted(IN_ORDER).toList();
        List<BookedLine> published =
                lines.stream().filter(line -> line.isLivingAmong(lines)).toList();
        List<BookedLine> living =
                published.stream().filter(line -> !line.key().kind().isCharge()).toList();
        List<BookedLine> holding = living.stream()
                .filter(line -> present
                        && work.piece(line.figures().piece()).charges(line.key().kind())
                        && work.isDividedAs(line.figures())
                        && line.factsHash().equals(entry.factsHash()))
                .toList();
        return new EntryState(
                entry,
                approvals,
                work,
                present,
                holding.isEmpty() ? List.of() : withSiblings(holding, lines, entry, work),
                living.stream().filter(line -> !holding.contains(line)).toList(),
                published.stream().filter(line -> line.key().kind().isCharge()).toList());
    }

    /** One that was paid otherwise and no longer is, or the other way, is made anew: another clause rules it. */
    private static List<BookedLine> withSiblings(
            List<BookedLine> published, List<BookedLine> lines, WorkEntry entry, JudgedWork work) {
        Stream<BookedLine> siblings = lines.stream()
                .filter(line -> !line.published()
                        && line.origin() == Origin.RATED
                        && !line.key().kind().isCharge()
                        && line.figures().amountMinor() != null
                        && isStill(line, work)
                        && line.factsHash().equals(entry.factsHash()));
        return Stream.concat(published.stream(), siblings).sorted(IN_ORDER).toList();
    }

    private static boolean isStill(BookedLine line, JudgedWork work) {
        Piece piece = work.piece(line.figures().piece());
        if (line.key().kind() == LineKind.SURCHARGE) {
            return piece.hasSurchargeByTime();
        }
        if (!work.isDividedAs(line.figures())) {
            return false;
        }
        HeldReason held = line.figures().heldReason();
        HeldReason paidOtherwise = held != null && held.isPaidOtherwise() ? held : null;
        return paidOtherwise == piece.paidOtherwise();
    }

    UUID id() {
        return entry.id();
    }

    /** Whether the entry is to be rated, rather than published already. */
    boolean isFresh() {
        return present && kept.isEmpty();
    }

    boolean isRateable() {
        List<List<SignedVersion>> chains = work.chains();
        return !chains.isEmpty()
                && !entry.unmapped()
                && chains.stream().allMatch(chain -> Holds.hasRate(entry, chain.getFirst(), entry.workDate()))
                && entry.isRateable();
    }

    /** The version that prices where the work begins, and its trip; null where no signed version does. */
    SignedVersion version() {
        return work.first().version();
    }

    /** A line that time makes. */
    record TimeLine(LineKind kind, PieceKey piece) {}

    /** Lines of which none is kept though others are: another clause rules them than when those were rated. */
    Set<TimeLine> missing() {
        if (!present || kept.isEmpty()) {
            return Set.of();
        }
        Set<Instant> cuts = new HashSet<>();
        kept.stream()
                .map(line -> line.figures().piece())
                .filter(Objects::nonNull)
                .forEach(piece -> cuts.add(piece.from()));
        Set<TimeLine> missing = new HashSet<>();
        for (PieceKey piece : work.worked()) {
            // What is cut otherwise by now was cut when it was published, and its lines are of all that was worked.
            if (cuts.isEmpty() || cuts.contains(piece.from())) {
                missing.add(new TimeLine(LineKind.LABOUR, piece));
                if (work.piece(piece).hasSurchargeByTime()) {
                    missing.add(new TimeLine(LineKind.SURCHARGE, piece));
                }
            }
        }
        kept.forEach(line ->
                missing.remove(new TimeLine(line.key().kind(), line.figures().piece())));
        return missing;
    }

    /** What is charged with it beside its time. */
    List<Due> dues() {
        return present ? work.dues() : List.of();
    }

    /** The published line of a charge, if it is still worth the same; null where there is none. */
    BookedLine publishedChargeOf(Due due) {
        return publishedCharges.stream()
                .filter(line -> line.origin() == Origin.RATED
                        && Objects.equals(line.workItemId(), entry.workItemId())
                        && due.charge().isCounted()
                        && line.key().kind() == due.charge().kind()
                        && Objects.equals(line.figures().band(), due.band())
                        && line.figures().amountMinor() == due.charge().amountMinor()
                        && due.charge().price().isIn(line.figures().currency()))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything of it is to be rated. */
    boolean isToBeRated() {
        return isFresh() || !missing().isEmpty();
    }

    /** Whether a trip of it makes a line; one to work that is paid otherwise is paid otherwise too. */
    boolean hasTrip() {
        return present && entry.travel() && isRateable() && !(version().travel() instanceof Travel.None);
    }

    boolean hasPublishedTrip() {
        return kept.stream().anyMatch(line -> line.isTravel() && line.published());
    }

    /** Whether no other entry's minutes depend on this one's. */
    boolean isRoundedAlone() {
        return work.chains().stream().allMatch(chain -> chain.getFirst().grouping() == Grouping.ENTRY);
    }
}
