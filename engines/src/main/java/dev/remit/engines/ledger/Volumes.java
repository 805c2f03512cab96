package dev.remit.engines.ledger;

import dev.remit.engines.ledger.WorkedPieces.Worked;
import dev.remit.engines.scope.IncludedVolume;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumeUnit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Shares included visits and hours out over the work, in its order: by start, then entry, then as the pieces of an entry
 * come. Work of which a line is published, or whose date is closed, keeps what it took. Only where more was billed than is
 * beyond the volume by now, as after work was taken back, is the last of it shared out anew.
 */
final class Volumes {
    private final Facts facts;
    private final Map<UUID, WorkEntry> computed = new HashMap<>();
    private final Map<Piece, VolumeUse> before = new HashMap<>();
    private final Map<Piece, VolumeUse> now = new LinkedHashMap<>();
    private final Map<Piece, IncludedVolume> terms = new HashMap<>();
    private final Set<UUID> overdrawn = new HashSet<>();

    private static final Comparator<VolumeUse> IN_ORDER = Comparator.comparing(VolumeUse::start)
            .thenComparing(use -> use.entryId().toString());

    private record Piece(UUID entry, PieceKey key) {}

    /**
     * @param works of the entries that are computed and of those that decide with them, in order of start, then id
     */
    Volumes(List<JudgedWork> works, Facts facts) {
        this.facts = facts;
        facts.entries().forEach(entry -> computed.put(entry.id(), entry));
        facts.volumeUses().stream()
                .filter(use -> use.piece() != null)
                .forEach(use -> before.put(new Piece(use.entryId(), use.piece()), use));
        works.forEach(this::ask);
        Map<VolumeKey, List<VolumeUse>> settled = new HashMap<>();
        facts.volumeUses().stream()
                .filter(use -> !computed.containsKey(use.entryId()))
                .forEach(use -> settled.computeIfAbsent(use.volume(), key -> new ArrayList<>())
                        .add(use));
        Map<VolumeKey, Turns> turns = new HashMap<>();
        now.forEach((piece, use) ->
                turns.computeIfAbsent(use.volume(), key -> new Turns()).add(use, kept(piece, use)));
        settled.forEach((key, uses) -> uses.forEach(
                use -> turns.computeIfAbsent(key, any -> new Turns()).add(use, use.beyond())));
        turns.values().forEach(turn -> include(turn, turns));
        turns.values().forEach(this::share);
    }

    /** What a piece would take, before anything is shared out. */
    private void ask(JudgedWork work) {
        WorkEntry entry = work.entry();
        boolean ours = facts.clientId().equals(entry.clientId());
        if (!ours || !computed.containsKey(entry.id()) || !work.isCounted()) {
            return;
        }
        for (Worked worked : work.cut().pieces()) {
            RulingCase decided = work.piece(worked.key()).judgement().decided();
            if (decided != null && decided.countsWork() && worked.seconds() > 0) {
                IncludedVolume volume = decided.includedVolume();
                boolean hours = volume.unit() == VolumeUnit.HOUR;
                LocalDate date = hours ? worked.date() : entry.workDate();
                VolumeKey key = volume.key(date);
                Piece piece = new Piece(entry.id(), worked.key());
                terms.put(piece, volume);
                now.put(
                        piece,
                        new VolumeUse(
                                key,
                                entry.id(),
                                entry.start(),
                                worked.key(),
                                hours ? null : visit(entry),
                                hours ? worked.seconds() : 1,
                                0,
                                0,
                                entry.factsHash()));
            }
        }
    }

    /** Without technician or site each entry is a visit of its own. */
    private static UUID visit(WorkEntry entry) {
        return entry.visit()
                .map(day -> UUID.nameUUIDFromBytes(
                        (day.technician() + "\n" + day.site() + "\n" + day.date()).getBytes(StandardCharsets.UTF_8)))
                .orElse(entry.id());
    }

    /** What of it stays beyond the volume, as it was; null for work that is shared out now. */
    private Long kept(Piece piece, VolumeUse use) {
        VolumeUse was = before.get(piece);
        boolean same = was != null
                && was.volume().equals(use.volume())
                && was.amount() == use.amount()
                && Objects.equals(was.visit(), use.visit())
                && was.factsHash().equals(use.factsHash());
        return same && facts.isFixed(computed.get(use.entryId()), was) ? (Long) was.beyond() : null;
    }

    /** What takes its turn at a count: a piece of hours, or a visit with all its work. */
    private static final class Turn {
        final List<VolumeUse> uses = new ArrayList<>(1);
        boolean kept;
        long beyond;
        long included;

        VolumeUse first() {
            return uses.stream().min(IN_ORDER).orElseThrow();
        }

        long amount() {
            return uses.getFirst().amount();
        }

        /** How much of what is left it takes: a visit is within or beyond as a whole. */
        long takes(long left) {
            if (amount() <= left) {
                return amount();
            }
            VolumeUse first = uses.getFirst();
            boolean divisible =
                    first.visit() == null && left >= first.volume().unit().least();
            return divisible ? left : 0;
        }
    }

    /** All that is counted of one volume, in the order of the work. */
    private static final class Turns {
        private final Map<Object, Turn> byName = new LinkedHashMap<>();

        void add(VolumeUse use, Long kept) {
            Object name = use.visit() == null ? new Piece(use.entryId(), use.piece()) : use.visit();
            Turn turn = byName.computeIfAbsent(name, any -> new Turn());
            turn.uses.add(use);
            if (kept != null) {
                turn.kept = true;
                turn.beyond = kept;
            }
        }

        List<Turn> all() {
            return byName.values().stream()
                    .sorted(Comparator.comparing(Turn::first, IN_ORDER))
                    .toList();
        }

        long used() {
            return all().stream().mapToLong(Turn::amount).sum();
        }
    }

    /** How much is included, by the terms of each: a volume that another version has made larger is larger for its work. */
    private void include(Turns turns, Map<VolumeKey, Turns> all) {
        for (Turn turn : turns.all()) {
            VolumeUse first = turn.first();
            IncludedVolume volume = terms.get(new Piece(first.entryId(), first.piece()));
            turn.included = volume == null
                    ? first.included()
                    : volume.before(first.volume())
                            .map(key -> volume.with(
                                    all.containsKey(key) ? all.get(key).used() : 0))
                            .orElse(volume.amount());
        }
    }

    private void share(Turns turns) {
        List<Turn> inOrder = turns.all();
        long within = shareOpen(inOrder);
        // The last goes first: what was billed of the others stays.
        for (Turn turn : inOrder.reversed()) {
            if (turn.kept
                    && turn.beyond > 0
                    && turn.takes(turn.included - within + turn.amount() - turn.beyond) > turn.amount() - turn.beyond) {
                giveBack(turn);
                within = shareOpen(inOrder);
            }
        }
        inOrder.forEach(turn -> turn.uses.forEach(use -> now.computeIfPresent(
                new Piece(use.entryId(), use.piece()), (any, asked) -> asked.shared(turn.beyond, turn.included))));
    }

    /** Shares what is left beside the work that keeps what it took; the answer is how much of all work is within. */
    private static long shareOpen(List<Turn> inOrder) {
        long within = inOrder.stream()
                .filter(turn -> turn.kept)
                .mapToLong(turn -> turn.amount() - turn.beyond)
                .sum();
        for (Turn turn : inOrder) {
            if (!turn.kept) {
                long taken = turn.takes(turn.included - within);
                turn.beyond = turn.amount() - taken;
                within += taken;
            }
        }
        return within;
    }

    /** It was billed as beyond its volume, while some of that is left now. */
    private void giveBack(Turn turn) {
        turn.kept = false;
        turn.uses.stream()
                .map(VolumeUse::entryId)
                .filter(entry -> !computed.containsKey(entry))
                .forEach(overdrawn::add);
    }

    /** What of a piece is beyond its volume, in seconds of its work; 0 where no volume is counted. */
    long beyondSeconds(UUID entry, Worked worked) {
        Piece piece = new Piece(entry, worked.key());
        VolumeUse use = computed.containsKey(entry) ? now.get(piece) : before.get(piece);
        if (use == null || use.beyond() == 0) {
            return 0;
        }
        return use.visit() == null ? Math.min(use.beyond(), worked.seconds()) : worked.seconds();
    }

    /** What the entries that are computed take. */
    List<VolumeUse> uses() {
        return List.copyOf(now.values());
    }

    /** Entries that are not computed, and of which more was billed as beyond their volume than is beyond it by now. */
    Set<UUID> overdrawn() {
        return overdrawn;
    }
}
