package dev.remit.engines.ledger;

import dev.remit.engines.agreement.SignedVersion;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.calendar.BandPiece;
import dev.remit.engines.calendar.CompiledCalendar;
import dev.remit.engines.ledger.EntryState.Due;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.RulingCases.Judgement;
import dev.remit.engines.scope.Surcharge;
import dev.remit.engines.scope.Verdict;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A time entry whose pieces are put to the cases of its ruling: one piece for each band that it was worked in. */
final class JudgedWork {
    private final WorkEntry entry;
    private final WorkItemRuling ruling;
    private final Approvals approvals;
    private final SignedVersions versions;
    private final Pricing pricing;
    private final Map<Band, Piece> pieces = new EnumMap<>(Band.class);

    /**
     * What becomes of the work of one band.
     *
     * @param judgement null while there is no ruling
     * @param version that prices it; null where no signed version does
     * @param hold null where nothing keeps it from being billed
     */
    record Piece(Judgement judgement, SignedVersion version, HeldReason hold) {

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
    }

    /** One for each piece that can be judged otherwise than the others, in the order of the work. */
    private List<Band> bands() {
        return ruling == null || ruling.cases().areOfAllWork() ? List.of(Band.BUSINESS) : worked();
    }

    /**
     * The piece that a line is of.
     *
     * @param band null for a line that is of no band, such as a trip: it goes by where the work begins
     */
    Piece piece(Band band) {
        return pieces.computeIfAbsent(band == null ? bands().getFirst() : band, this::judge);
    }

    /** Where the work begins, by which what belongs to no band is judged. */
    Piece first() {
        return piece(null);
    }

    private Piece judge(Band band) {
        Judgement judgement = ruling == null ? null : ruling.cases().judge(pieceOfWork(band));
        SignedVersion version = pricing.of(judgement);
        return new Piece(judgement, version, Holds.of(entry, ruling, judgement, approvals, version, versions));
    }

    /** The versions that price some of it, in the order of the work; none where no signed version does. */
    List<SignedVersion> versions() {
        return bands().stream()
                .map(band -> piece(band).version())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private PieceOfWork pieceOfWork(Band band) {
        return new PieceOfWork(band, entry.workType(), entry.role(), entry.where(), false);
    }

    /** What is charged for it beside its time, each once. */
    List<Due> dues() {
        Map<Charge, Due> dues = new LinkedHashMap<>();
        boolean alike = ruling == null || ruling.cases().areOfAllWork();
        for (Band band : bands()) {
            Judgement judgement = piece(band).judgement();
            Charge charge = piece(band).charge(ruling == null ? null : ruling.quantity());
            if (charge != null) {
                HeldReason hold = Holds.ofCharge(entry, judgement, charge, approvals);
                dues.putIfAbsent(charge, new Due(alike ? null : band, charge, judgement, hold));
            }
        }
        return List.copyOf(dues.values());
    }

    /** What keeps a surcharge by time from being billed. */
    HeldReason holdOfSurcharge(Band band) {
        Piece piece = piece(band);
        return Holds.ofTime(entry, ruling, piece.judgement(), approvals, piece.version(), versions);
    }

    /**
     * What keeps all of it from being billed: of pieces that are not paid otherwise, the reason of the first; null where one
     * is billed.
     */
    HeldReason hold() {
        HeldReason first = null;
        for (Band band : bands()) {
            Piece piece = piece(band);
            if (piece.hold() == null) {
                return null;
            }
            if (first == null || first.isPaidOtherwise()) {
                first = piece.hold();
            }
        }
        return first;
    }

    /** The bands that were worked in, in the order of the work; business hours where no times or no hours are known. */
    List<Band> worked() {
        // Whichever version prices a piece of it, all of them cut it by the same hours.
        SignedVersion version = pricing.of(new Judgement(Verdict.SILENT, null, List.of()));
        if (version == null || !version.hasRateCard() || entry.timeless() || !entry.isRateable()) {
            return List.of(Band.BUSINESS);
        }
        CompiledCalendar calendar = version.ratingTerms(entry.siteZone()).calendar();
        List<Band> worked = calendar.bands(entry.start(), entry.end()).stream()
                .map(BandPiece::band)
                .distinct()
                .toList();
        return worked.isEmpty() ? List.of(calendar.bandAt(entry.start())) : worked;
    }
}
