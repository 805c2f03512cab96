package dev.remit.engines.ledger;

import dev.remit.engines.ledger.FullValues.FullValue;
import dev.remit.engines.rating.CapRooms;
import dev.remit.engines.rating.RatingCase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes a client's unpublished lines from the facts. Published lines keep their figures: one that no longer holds is
 * reversed, and what a further approval releases is a line of its own.
 */
public final class Ledger {
    private static final Comparator<WorkEntry> BY_START = Comparator.comparing(WorkEntry::start)
            .thenComparing(entry -> entry.id().toString());

    private final Facts facts;
    private final CapRooms<UUID> rooms = new CapRooms<>();
    private final List<LedgerLine> lines = new ArrayList<>();
    private final Map<UUID, Long> released = new HashMap<>();
    private final Map<LineKey, RatingCase> cases = new HashMap<>();
    private final Map<LineKey, Charge> charged = new HashMap<>();
    private final Set<UUID> atRest = new HashSet<>();

    private Ledger(Facts facts) {
        this.facts = facts;
        facts.approvals().forEach((workItem, approvals) -> {
            if (approvals.isGranted()) {
                limit(workItem, approvals);
            }
        });
    }

    /** No room where the caps are in several currencies. */
    private void limit(UUID workItem, Approvals approvals) {
        long room = approvals
                .cap()
                .map(cap -> cap.minus(facts.billed(workItem).in(cap.currency())).minor())
                .orElse(0L);
        rooms.limit(workItem, room);
    }

    /**
     * Computes all lines that changed facts can move, and no others.
     *
     * @param book of the client whose facts changed, which has the facts as they are now
     */
    public static Outcome update(Book book, ChangedFacts changed) {
        AffectedWork affected = new AffectedWork(book, changed);
        while (true) {
            Outcome outcome = compute(affected.facts());
            // What waits for room under a cap, and is published or closed, is read only where there is room; so is what
            // was
            // published as beyond a volume of which more is left by now.
            boolean more = affected.addWaiting(outcome.room());
            more |= affected.addOverdrawn(outcome.overdrawn());
            if (!more) {
                return outcome;
            }
        }
    }

    /** Computes the lines of some entries. */
    public static Outcome compute(Facts facts) {
        return new Ledger(facts).compute();
    }

    private Outcome compute() {
        List<JudgedWork> works = Stream.concat(facts.entries().stream(), facts.others().stream())
                .sorted(BY_START)
                .map(this::judged)
                .toList();
        Volumes volumes = new Volumes(works, facts);
        works.forEach(work -> work.divide(volumes));
        List<EntryState> all =
                works.stream().map(work -> EntryState.of(work, facts)).toList();
        Set<UUID> wanted = facts.entries().stream().map(WorkEntry::id).collect(Collectors.toSet());
        List<EntryState> states =
                all.stream().filter(state -> wanted.contains(state.id())).toList();
        Charges charges = new Charges(all);
        for (EntryState state : states) {
            state.outdated().forEach(this::reverse);
            charges.outdated(state).forEach(this::reverse);
        }
        TripCharges trips = new TripCharges(all);
        FullValues values = new FullValues(
                all.stream()
                        .filter(state -> state.isToBeRated() || trips.isChargedWith(state))
                        .toList(),
                trips);
        Set<UUID> room = rooms.withRoom();
        for (EntryState state : states) {
            int before = lines.size();
            if (state.present()) {
                addTime(state, values, false, trips);
                charges.kept(state).stream()
                        .filter(line -> line.origin() == Origin.RATED)
                        .forEach(line -> release(state, line, charges.kept(state)));
                charges.of(state).forEach(value -> addCharge(state, value));
                addTime(state, values, true, trips);
            }
            if (rests(state, charges, lines.subList(before, lines.size()))) {
                atRest.add(state.id());
            }
        }
        return new Outcome(facts, lines, released, cases, charged, volumes.uses(), volumes.overdrawn(), atRest, room);
    }

    /** Trips come last. */
    private void addTime(EntryState state, FullValues values, boolean travel, TripCharges trips) {
        if (state.isFresh()) {
            values.of(state).stream()
                    .filter(value -> (value.kind() == LineKind.TRAVEL) == travel)
                    .forEach(value -> addFresh(state, value, values));
        } else {
            addKept(state, travel, trips, values);
        }
    }

    private JudgedWork judged(WorkEntry entry) {
        return new JudgedWork(entry, facts.ruling(entry), facts.approvals(entry), facts.versions());
    }

    /**
     * Whether an entry's lines have come to their end: nothing of it is charged or awaited. What is over the cap or comes
     * to nothing has once its date is closed; where entries are rounded together it may still matter to others. What takes of a
     * volume may have to take less or more of it until its date is closed.
     */
    private boolean rests(EntryState state, Charges charges, List<LedgerLine> ofEntry) {
        if (!facts.clientId().equals(state.entry().clientId())
                || !state.outdated().isEmpty()
                || !charges.outdated(state).isEmpty()) {
            return false;
        }
        if (ofEntry.isEmpty()) {
            return !state.isFresh();
        }
        if (state.work().isCounted() && !facts.isClosed(state.entry().workDate())) {
            return false;
        }
        boolean closed = facts.isClosed(state.entry().workDate()) && state.isRoundedAlone();
        return ofEntry.stream()
                .map(LedgerLine::figures)
                .allMatch(figures -> figures.isFinal() || (closed && figures.isIdle()));
    }

    private void reverse(BookedLine line) {
        LineKey key = new LineKey(
                line.key().entryId(),
                Origin.REVERSAL,
                line.id(),
                line.key().kind(),
                line.figures().piece());
        lines.add(new LedgerLine(key, line.figures().negated(), new Basis.Reversed()));
        rooms.giveBack(line.workItemId(), line.figures().billedMinor());
    }

    private void addFresh(EntryState state, FullValue value, FullValues values) {
        Figures figures = value.figures();
        if (figures.heldReason() == null) {
            figures = billed(state, figures, hold(state, value.kind(), figures.piece()));
        }
        LineKey key = new LineKey(state.id(), Origin.RATED, null, value.kind(), figures.piece());
        Basis basis = new Basis.Present(
                state.work().piece(figures.piece()).judgement(),
                state.isRateable() ? state.work().piece(figures.piece()).version() : null,
                state.approvals().approved().stream().findFirst().orElse(null),
                facts.isLate(state.entry()));
        lines.add(new LedgerLine(key, figures, basis));
        if (figures.amountMinor() != null) {
            cases.put(key, values.caseOf(state, figures.piece()));
        }
    }

    private void addCharge(EntryState state, FullValue value) {
        EntryState.Due due = state.dues().stream()
                .filter(any -> any.charge().kind() == value.kind()
                        && Objects.equals(any.band(), value.figures().band()))
                .findFirst()
                .orElseThrow();
        Figures figures = value.figures();
        if (figures.heldReason() == null) {
            figures = billed(state, figures, due.hold());
        }
        LineKey key = new LineKey(state.id(), Origin.RATED, null, value.kind(), figures.piece());
        lines.add(new LedgerLine(
                key,
                figures,
                new Basis.Present(
                        due.judgement(),
                        facts.versionOf(due.judgement(), state.entry()),
                        state.approvals().approved().stream().findFirst().orElse(null),
                        facts.isLate(state.entry()))));
        if (figures.amountMinor() != null) {
            charged.put(key, due.charge());
        }
    }

    private static HeldReason hold(EntryState state, LineKind kind, PieceKey piece) {
        return kind == LineKind.SURCHARGE
                ? state.work().holdOfSurcharge(piece)
                : state.work().piece(piece).hold();
    }

    private Figures billed(EntryState state, Figures full, HeldReason hold) {
        return hold == null ? full.billed(rooms.bill(state.entry().workItemId(), full.amountMinor())) : full.held(hold);
    }

    /**
     * Lines of an entry that is published at least in part keep their value; only the cap's room, and what holds the work,
     * can change for them. All come in the order of their numbers, so that one that is new now and kept at the next update
     * finds the same room.
     */
    private void addKept(EntryState state, boolean travel, TripCharges trips, FullValues values) {
        List<BookedLine> kept =
                state.kept().stream().filter(line -> line.isTravel() == travel).toList();
        boolean tripMissing = kept.isEmpty() && trips.isChargedWith(state);
        Deque<FullValue> missing = new ArrayDeque<>(missing(state, travel, tripMissing, values));
        for (BookedLine line : kept) {
            while (!missing.isEmpty()
                    && missing.getFirst().figures().lineNumber()
                            < line.figures().lineNumber()) {
                addFresh(state, missing.removeFirst(), values);
            }
            if (line.origin() == Origin.RATED && line.published()) {
                release(state, line, state.kept());
            } else if (line.origin() == Origin.RATED && (!travel || trips.isChargedWith(state))) {
                HeldReason hold = hold(state, line.key().kind(), line.figures().piece());
                lines.add(new LedgerLine(line.key(), billed(state, line.figures(), hold), new Basis.Kept()));
            }
        }
        missing.forEach(value -> addFresh(state, value, values));
    }

    private static List<FullValue> missing(EntryState state, boolean travel, boolean tripMissing, FullValues values) {
        Set<EntryState.TimeLine> missing = state.missing();
        return values.of(state).stream()
                .filter(value -> (value.kind() == LineKind.TRAVEL) == travel)
                .filter(value -> travel
                        ? tripMissing
                        : missing.contains(new EntryState.TimeLine(
                                value.kind(), value.figures().piece())))
                .toList();
    }

    private static HeldReason holdOfCharge(EntryState state, BookedLine line) {
        return state.dues().stream()
                .filter(due -> line.equals(state.publishedChargeOf(due)))
                .map(due -> Optional.ofNullable(due.hold()))
                .findFirst()
                .orElseThrow()
                .orElse(null);
    }

    /** What of a published line was over the cap and no longer is, as a line of its own. */
    private void release(EntryState state, BookedLine line, List<BookedLine> kept) {
        long before = kept.stream()
                .filter(other -> other.origin() == Origin.FOLLOW_UP
                        && line.id().equals(other.key().refersTo()))
                .mapToLong(other -> other.figures().billedMinor())
                .sum();
        long waiting = line.figures().overCapMinor() - before;
        HeldReason hold = line.key().kind().isCharge()
                ? holdOfCharge(state, line)
                : hold(state, line.key().kind(), line.figures().piece());
        long part = hold == null && waiting > 0 ? rooms.bill(state.entry().workItemId(), waiting) : 0;
        if (part > 0) {
            LineKey key = new LineKey(
                    state.id(),
                    Origin.FOLLOW_UP,
                    line.id(),
                    line.key().kind(),
                    line.figures().piece());
            List<ApprovedQuote> approved = state.approvals().approved();
            lines.add(new LedgerLine(
                    key,
                    line.figures().released(part),
                    new Basis.Released(approved.isEmpty() ? null : approved.getLast())));
        }
        released.put(line.id(), before + part);
    }
}
