package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.ledger.EntryState.Due;
import dev.remit.engines.ledger.WorkedPieces.Stretch;
import dev.remit.engines.ledger.WorkedPieces.Worked;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.Surcharge;
import dev.remit.engines.scope.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A time entry whose pieces are put to the cases of its ruling. */
final class JudgedWork {
    private final WorkEntry entry;
    private final WorkItemRuling ruling;
    private final Approvals approvals;
    private final SignedVersions versions;
    private final Pricing pricing;
    private final WorkedPieces cut;
    private final Map<PieceKey, Piece> pieces = new HashMap<>();
    private Volumes volumes;

    /**
     * What becomes of a piece.
     *
     * @param judgement null while there is no ruling
     * @param version that prices it; null where no signed version does
     * @param chain the versions that price such work from the start of the entry to its end; none where no signed version does
     * @param hold null where nothing keeps it from being billed
     */
    record Piece(Judgement judgement, SignedVersion version, List<SignedVersion> chain, HeldReason hold) {

        /** Why its time is billed to nobody though nothing is awaited: the client pays for it otherwise; null elsewhere. */
        HeldReason paidOtherwise() {
            return hold != null && hold.isPaidOtherwise() ? hold : null;
        }

        /** Whether a line of this kind is charged for it. */
        boolean charges(LineKind kind) {
            return kind == LineKind.SURCHARGE ? hasSurchargeByTime() : isExtraByTime();
        }

        private boolean isExtraByTime() {
            return judgement != null && judgement.verdict() == Verdict.EXTRA && judgement.price() == null;
        }

        boolean hasSurchargeByTime() {
            Surcharge surcharge = judgement == null ? null : judgement.surcharge();
            return surcharge != null && surcharge.kind() == Surcharge.Kind.MULTIPLIER;
        }

        /** What is charged for it beside its time; null for nothing. */
        Charge charge(Long counted) {
            if (judgement == null) {
                return null;
            }
            if (judgement.price() != null) {
                return Charge.of(judgement.price(), counted);
            }
            Surcharge surcharge = judgement.surcharge();
            return surcharge != null && surcharge.kind() == Surcharge.Kind.CALL_OUT ? Charge.of(surcharge) : null;
        }
    }

    /** @param ruling null while there is none */
    JudgedWork(WorkEntry entry, WorkItemRuling ruling, Approvals approvals, SignedVersions versions) {
        this.entry = entry;
        this.ruling = ruling;
        this.approvals = approvals;
        this.versions = versions;
        pricing = new Pricing(entry, ruling, approvals, versions);
        cut = new WorkedPieces(entry, ruling, pricing);
    }

    WorkEntry entry() {
        return entry;
    }

    WorkedPieces cut() {
        return cut;
    }

    /** Whether it may take of a volume that is counted by the work: it is there, is of some length, and nobody else pays for it. */
    boolean isCounted() {
        boolean ours = entry.billable() == Billability.BILLABLE || entry.billable() == Billability.COVERED;
        return ours && !entry.deleted() && countsWork() && entry.hasUsableTimes();
    }

    private boolean countsWork() {
        return ruling != null && ruling.cases().countWork();
    }

    /** Divides its pieces into what is within a volume and what is beyond it; until then all of it is within. */
    void divide(Volumes shared) {
        volumes = shared;
    }

    private boolean isJudgedAlike() {
        return ruling == null || ruling.cases().areOfAllWork() && !countsWork();
    }

    /** One for each piece that can be judged otherwise than the others, in the order of the work. */
    private List<PieceKey> judged() {
        return isJudgedAlike() && cut.isWhole() ? List.of(PieceKey.of(Band.BUSINESS)) : worked();
    }

    /** What was worked, in the order of the work; in business hours where no times or no hours are known. */
    List<PieceKey> worked() {
        List<PieceKey> keys = new ArrayList<>();
        for (Worked worked : cut.pieces()) {
            long beyond = beyondSeconds(worked);
            if (beyond == 0 || beyond < worked.seconds()) {
                keys.add(worked.key());
            }
            if (beyond > 0) {
                keys.add(worked.key().beyond());
            }
        }
        return keys;
    }

    private long beyondSeconds(Worked worked) {
        return volumes == null || !countsWork() ? 0 : volumes.beyondSeconds(entry.id(), worked);
    }

    /** How a volume divides a piece; null where all of it is within or beyond. */
    VolumeShare share(PieceKey key) {
        if (key == null || !countsWork()) {
            return null;
        }
        for (Worked worked : cut.pieces()) {
            long beyond = worked.key().equals(key.whole()) ? beyondSeconds(worked) : 0;
            if (beyond > 0 && beyond < worked.seconds()) {
                return new VolumeShare(worked.seconds() - beyond, beyond);
            }
        }
        return null;
    }

    /** The parts of a piece that is not divided yet: within its volume, beyond it, or both. */
    List<PieceKey> parts(PieceKey whole) {
        List<PieceKey> parts = !countsWork()
                ? List.of(whole)
                : worked().stream().filter(key -> key.whole().equals(whole)).toList();
        return parts.isEmpty() ? List.of(whole) : parts;
    }

    /**
     * The piece that a line is of.
     *
     * @param key null for a line that is of no piece, such as a trip: it goes by where the work begins
     */
    Piece piece(PieceKey key) {
        PieceKey asked = key == null ? judged().getFirst() : key;
        Piece known = pieces.get(asked);
        if (known == null) {
            known = judge(asked);
            pieces.put(asked, known);
        }
        return known;
    }

    /** Where the work begins, by which what belongs to no piece is judged. */
    Piece first() {
        return piece(null);
    }

    private Piece judge(PieceKey key) {
        Stretch stretch = cut.of(key);
        Judgement judgement = ruling == null ? null : ruling.cases().judge(cut.ofBand(key.band(), key.beyondVolume()));
        SignedVersion version = pricing.of(judgement, stretch.date());
        List<SignedVersion> chain =
                cut.isWhole() ? version == null ? List.of() : List.of(version) : cut.chain(judgement);
        return new Piece(
                judgement,
                version,
                chain,
                Holds.of(entry, ruling, judgement, approvals, version, stretch.date(), versions));
    }

    /** The versions that price some of it from its start to its end, in the order of the work; none where none does. */
    List<List<SignedVersion>> chains() {
        return judged().stream()
                .map(key -> piece(key).chain())
                .filter(chain -> !chain.isEmpty())
                .distinct()
                .toList();
    }

    /** What is charged for it beside its time, each once. */
    List<Due> dues() {
        Map<Charge, Due> dues = new LinkedHashMap<>();
        boolean alike = ruling == null || ruling.cases().areOfAllWork();
        for (PieceKey key : judged()) {
            Judgement judgement = piece(key).judgement();
            Charge charge = piece(key).charge(ruling == null ? null : ruling.quantity());
            if (charge != null) {
                HeldReason hold = Holds.ofCharge(entry, judgement, charge, approvals);
                dues.putIfAbsent(charge, new Due(alike ? null : key.band(), charge, judgement, hold));
            }
        }
        return List.copyOf(dues.values());
    }

    /** What keeps a surcharge by time from being billed. */
    HeldReason holdOfSurcharge(PieceKey key) {
        Piece piece = piece(key);
        return Holds.ofTime(
                entry,
                ruling,
                piece.judgement(),
                approvals,
                piece.version(),
                cut.of(key).date(),
                versions);
    }

    /**
     * What keeps all of it from being billed: of pieces that are not paid otherwise, the reason of the first; null where one
     * is billed.
     */
    HeldReason hold() {
        HeldReason first = null;
        for (PieceKey key : judged()) {
            Piece piece = piece(key);
            if (piece.hold() == null) {
                return null;
            }
            if (first == null || first.isPaidOtherwise()) {
                first = piece.hold();
            }
        }
        return first;
    }

    /** Whether a line is of a piece that a volume divides as it did when the line was made. */
    boolean isDividedAs(Figures line) {
        PieceKey key = line.piece();
        if (key == null) {
            return true;
        }
        return parts(key.whole()).contains(key) && Objects.equals(line.share(), share(key));
    }
}
