package dev.remit.billing.extras;

import dev.remit.billing.approvals.Authority.Approved;
import dev.remit.billing.approvals.Decider;
import dev.remit.billing.extras.Rater.Rated;
import dev.remit.billing.extras.Rater.Ratings;
import dev.remit.billing.work.Entry;
import dev.remit.billing.work.Ruling;
import dev.remit.billing.work.Work.KnownEntry;
import dev.remit.engines.rating.RatingCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Computes a client's unpublished lines from the facts, whatever the order in which these arrived. Published lines keep
 * their figures: one that no longer holds is reversed, and what a further approval releases is a follow-up.
 */
final class BookFold {
    private static final Comparator<KnownEntry> BY_START = Comparator.comparing(
                    (KnownEntry known) -> known.entry().startedAt())
            .thenComparing(known -> known.id().toString());

    private final Book book;
    private final CapRooms rooms;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<UUID, Long> released = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();
    private final Map<Draft.Key, RatingCase> rated = new HashMap<>();
    private final Set<UUID> resting = new HashSet<>();
    private Set<UUID> open = Set.of();

    private BookFold(Book book) {
        this.book = book;
        rooms = new CapRooms(book.authorities(), book.billed());
    }

    /**
     * @param drafts the unpublished lines as they must stand
     * @param released by published line: what follow-ups bill of it
     * @param reversed published lines that a reversal is drafted for
     * @param rated by unpublished line: the work that it was rated with; absent for one that keeps an earlier value
     * @param resting entries of which no line can move before a fact does
     * @param open work items whose caps had room before anything was allocated
     */
    record Outcome(
            List<Draft> drafts,
            Map<UUID, Long> released,
            Set<UUID> reversed,
            Map<Draft.Key, RatingCase> rated,
            Set<UUID> resting,
            Set<UUID> open) {}

    static Outcome fold(Book book) {
        BookFold fold = new BookFold(book);
        fold.run();
        return new Outcome(fold.drafts, fold.released, fold.reversed, fold.rated, fold.resting, fold.open);
    }

    private void run() {
        List<Standing> standings = book.entries().stream()
                .sorted(BY_START)
                .map(known -> Standing.of(known, book))
                .toList();
        standings.forEach(standing -> standing.outdated().forEach(this::reverse));
        TravelCharges travels = TravelCharges.of(standings, book.carried());
        Ratings ratings = Rater.rate(
                standings.stream()
                        .filter(standing -> standing.isFresh() || travels.charges(standing))
                        .toList(),
                travels);
        open = rooms.open();
        for (Standing standing : standings) {
            int before = drafts.size();
            if (standing.isFresh()) {
                ratings.lines().get(standing.id()).forEach(line -> addFresh(standing, line, ratings));
            } else if (standing.charged()) {
                addKept(standing, travels, ratings);
            }
            if (rests(standing, drafts.subList(before, drafts.size()))) {
                resting.add(standing.id());
            }
        }
    }

    /**
     * Whether folds may pass an entry by: nothing of it is charged or awaited. What is over the cap or comes to nothing
     * rests once its date is closed; where entries are rounded together it may still matter to others.
     */
    private boolean rests(Standing standing, List<Draft> lines) {
        if (!book.clientId().equals(standing.entry().clientId())
                || !standing.outdated().isEmpty()) {
            return false;
        }
        if (lines.isEmpty()) {
            return !standing.isFresh() || !standing.entry().travel();
        }
        boolean closed = book.isClosed(standing.entry().workDate()) && standing.isRoundedAlone();
        return lines.stream()
                .map(Draft::figures)
                .allMatch(figures -> figures.isFinal() || (closed && figures.isIdle()));
    }

    private void reverse(Extra line) {
        Draft.Key key = new Draft.Key(line.timeEntryId, Origin.REVERSAL, line.id, line.kind, line.figures.band());
        drafts.add(new Draft(key, line.figures.negated(), line.grounds.afterCutOff()));
        reversed.add(line.id);
        rooms.bill(line.grounds.workItemId(), -line.figures.billedMinor());
    }

    private void addFresh(Standing standing, Rated line, Ratings ratings) {
        Figures figures = line.figures();
        if (figures.heldReason() == null) {
            figures = standing.hold() == null ? bill(standing, figures) : figures.held(standing.hold());
        }
        Draft draft = Draft.rated(standing.id(), line.kind(), figures, grounds(standing));
        drafts.add(draft);
        if (figures.amountMinor() != null) {
            rated.put(draft.key(), ratings.cases().get(standing.id()));
        }
    }

    private Figures bill(Standing standing, Figures figures) {
        UUID workItem = standing.entry().workItemId();
        Figures billed = figures.billedWithin(rooms.of(workItem));
        rooms.bill(workItem, billed.billedMinor());
        return billed;
    }

    /**
     * Lines of an entry that is published at least in part keep their value; only the cap's room, and what holds the work,
     * can change for them.
     */
    private void addKept(Standing standing, TravelCharges travels, Ratings ratings) {
        List<Extra> lines = standing.kept().stream()
                .sorted(Comparator.comparingInt(line -> line.figures.lineNumber()))
                .toList();
        boolean travelCharged = false;
        for (Extra line : lines) {
            boolean travel = line.kind == LineKind.TRAVEL;
            travelCharged |= travel;
            if (line.origin == Origin.RATED && line.isPublished()) {
                followUp(standing, line, lines);
            } else if (line.origin == Origin.RATED && (!travel || travels.charges(standing))) {
                drafts.add(line.draft().with(kept(standing, line.figures)));
            }
        }
        if (!travelCharged && travels.charges(standing)) {
            ratings.lines().getOrDefault(standing.id(), List.of()).stream()
                    .filter(line -> line.kind() == LineKind.TRAVEL)
                    .forEach(line -> addFresh(standing, line, ratings));
        }
    }

    private Figures kept(Standing standing, Figures figures) {
        return standing.hold() == null ? bill(standing, figures) : figures.held(standing.hold());
    }

    private void followUp(Standing standing, Extra line, List<Extra> lines) {
        long before = lines.stream()
                .filter(other -> other.origin == Origin.FOLLOW_UP && line.id.equals(other.refersTo))
                .mapToLong(other -> other.figures.billedMinor())
                .sum();
        long room = standing.hold() == null ? rooms.of(standing.entry().workItemId()) : 0;
        long part = Math.min(line.figures.overCapMinor() - before, room);
        if (part > 0) {
            Draft.Key key = new Draft.Key(line.timeEntryId, Origin.FOLLOW_UP, line.id, line.kind, line.figures.band());
            List<Approved> approved = standing.authority().approved();
            Grounds grounds = approved.isEmpty() ? line.grounds : line.grounds.approvedBy(approved.getLast());
            drafts.add(new Draft(key, line.figures.released(part), grounds));
            rooms.bill(standing.entry().workItemId(), part);
        }
        released.put(line.id, before + Math.max(0, part));
    }

    private Grounds grounds(Standing standing) {
        Entry entry = standing.entry();
        Optional<Ruling> ruling = Optional.ofNullable(standing.ruling());
        Optional<Approved> approval = standing.authority().approved().stream().findFirst();
        boolean priced = standing.isRateable();
        return new Grounds(
                entry.ticketId(),
                entry.workItemId(),
                entry.workDate(),
                entry.startedAt(),
                isLate(standing),
                entry.technicianId(),
                entry.technicianName(),
                entry.siteCode(),
                entry.workType(),
                entry.role(),
                ruling.map(Ruling::connection).orElse(null),
                ruling.map(Ruling::externalId).orElse(null),
                entry.sourceConnection(),
                entry.sourceExternalId(),
                ruling.map(Ruling::rulingId).orElse(null),
                ruling.map(Ruling::verdict).orElse(null),
                ruling.map(Ruling::item).orElse(null),
                ruling.map(Ruling::clauseId).orElse(null),
                ruling.map(Ruling::clauseTitle).orElse(null),
                priced ? standing.version().rateClause() : null,
                priced ? standing.version().agreementId() : null,
                priced ? standing.version().version() : null,
                priced ? standing.version().documentHash() : null,
                priced ? standing.version().contentHash() : null,
                approval.map(Approved::quoteId).orElse(null),
                approval.map(Approved::by).map(Decider::name).orElse(null),
                approval.map(Approved::by).map(Decider::login).orElse(null),
                approval.map(Approved::by).map(Decider::subject).orElse(null),
                approval.map(Approved::at).orElse(null),
                standing.factsHash());
    }

    private boolean isLate(Standing standing) {
        Instant knownAt = standing.known().knownAt();
        return book.closings().stream()
                .anyMatch(closing -> closing.precedes(standing.entry().workDate(), knownAt));
    }
}
