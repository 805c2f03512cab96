package dev.remit.contracts.scopechecks;

import dev.remit.engines.agreement.Adoption;
import dev.remit.engines.agreement.Signature.Party;
import dev.remit.engines.calendar.Band;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.ledger.EstimatedPiece;
import dev.remit.engines.ledger.LineKind;
import dev.remit.engines.scope.AgreementKind;
import dev.remit.engines.scope.Ruling.VolumeReading;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.kit.http.MayBeAbsent;
import dev.remit.kit.http.MoneyJson;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the work would be ruled, by which clause, and what it would cost. */
@Schema(description = "How the work would be ruled, by which clause of which signed version, and what it would cost.")
record ScopeAnswer(
        String clientCode,

        @Schema(description = "The local date by whose agreement it was judged.")
        LocalDate on,

        Verdict verdict,

        @MayBeAbsent @Schema(description = "Why it is SILENT. Absent for every other verdict.")
        SilentReason silentReason,

        @MayBeAbsent @Schema(description = "The catalogue item that it was judged as. Absent if there is none.")
        String item,

        @MayBeAbsent
        @Schema(description = "On what ground it was judged as that item. Absent if no version was in force.")
        Categorisation.Basis basis,

        @MayBeAbsent @Schema(description = "The deciding clause. Absent unless there is just one.")
        ClauseView clause,

        @Schema(description = "The clauses that disagree if it is AMBIGUOUS, else empty.")
        List<ClauseView> disagreeing,

        @MayBeAbsent
        @Schema(
                description =
                        "The signed version whose clause decides; the master's where no clause does. Absent if none"
                                + " was in force.")
        AgreementView agreement,

        @Schema(
                description = "The signed versions in force together, by which it was judged: the master's, then its"
                        + " addenda's. Empty if none was in force.")
        List<AgreementView> inForce,

        @Schema(
                description = "What the clauses say of every piece of work on the item, the narrowest first: the first"
                        + " rank decides of which any case speaks of the piece.")
        List<RulingCase> cases,

        @Schema(description = "The reasons step by step.") List<Reason> reasons,

        @Schema(description = "Whether the client must approve before the work.")
        boolean approvalRequired,

        @MayBeAbsent @Schema(description = "How the included volume stood. Absent if the rule has none.")
        VolumeView includedVolume,

        @Schema(
                description =
                        "What becomes of each piece of the work: labour by band, then travel. Empty if nobody said"
                                + " how long it takes.")
        List<PieceView> pieces,

        @MayBeAbsent @Schema(description = "What EXTRA work would cost. Absent where there is no price.")
        PriceView price) {

    /** A clause word for word. */
    @Schema(name = "RulingClause")
    record ClauseView(
            String id,
            @MayBeAbsent String title,
            @MayBeAbsent String text) {}

    /** The version that judged, and who signed it. */
    @Schema(name = "ScopeCheckAgreement")
    record AgreementView(
            UUID id,
            AgreementKind kind,
            @MayBeAbsent String title,
            int version,
            String documentHash,
            String contentHash,

            @MayBeAbsent
            @Schema(description = "That it was signed elsewhere, so that this is the MSP's reading of it. Else absent.")
            AdoptedFile adopted,

            List<Signatory> signatories) {}

    /** What was signed elsewhere, when, and what the answer is, in words. */
    record AdoptedFile(LocalDate signedOn, String fileHash, String reading) {

        /** @param adoption null where it was signed here; the answer is then null */
        static AdoptedFile of(Adoption adoption) {
            return adoption == null
                    ? null
                    : new AdoptedFile(adoption.signedOn(), adoption.file().sha256(), adoption.reading());
        }
    }

    /** Who signed, and when: at a moment, or on a local date where it was on paper. */
    record Signatory(
            Party party,
            String name,
            @MayBeAbsent Instant signedAt,
            @MayBeAbsent LocalDate signedOn) {}

    /** One step of the reasoning: a code for programs and the same in words. */
    @Schema(name = "ScopeReason")
    record Reason(String code, String text) {}

    /** How an included volume stood. */
    @Schema(name = "VolumeReading")
    record VolumeView(
            VolumeUnit unit,

            @Schema(
                    description =
                            "How many are included in the period, with what is left of the one before: tickets, visits or"
                                    + " hours. Hours that were begun are left out.")
            long count,

            VolumePeriod period,

            @Schema(description = "First day of the period.")
            LocalDate since,

            @Schema(description = "As the question said, else by the rulings given and the work recorded until now.")
            long used,

            @MayBeAbsent @Schema(description = "The same in minutes. Only of hours.", examples = "210")
            Long usedMinutes) {

        static VolumeView of(VolumeReading volume) {
            VolumeKey key = volume.key();
            Duration used = Duration.ofSeconds(volume.usedBefore());
            return key.unit() == VolumeUnit.HOUR
                    ? new VolumeView(
                            key.unit(),
                            Duration.ofSeconds(volume.included()).toHours(),
                            key.period(),
                            key.from(),
                            used.toHours(),
                            used.toMinutes())
                    : new VolumeView(
                            key.unit(), volume.included(), key.period(), key.from(), volume.usedBefore(), null);
        }
    }

    /** What EXTRA work would cost. */
    @Schema(name = "ScopeEstimate")
    record PriceView(
            String workType,

            @Schema(description = "The hourly rate without surcharge.")
            MoneyJson hourlyRate,

            @MayBeAbsent @Schema(description = "What the estimate is for. Absent if nobody said how long it takes.")
            Integer minutes,

            @MayBeAbsent @Schema(description = "The sum of what would be billed, before tax. Absent without minutes.")
            MoneyJson estimate,

            @MayBeAbsent @Schema(description = "Absent without minutes or where the card has no tax.")
            MoneyJson estimateWithTax,

            @Schema(description = "What the estimate takes for granted or leaves out.")
            List<String> remarks) {}

    /** A part of the work of one band, or the travel, and what becomes of it. */
    @Schema(name = "ScopePiece")
    record PieceView(
            LineKind kind,

            @MayBeAbsent
            @Schema(
                    description =
                            "Where the work is cut, because another version or another rate applies from there. Absent for what begins with it.")
            Instant from,

            @MayBeAbsent @Schema(description = "Absent for travel.")
            Band band,

            @MayBeAbsent
            @Schema(description = "True where what the clause includes was used up before it; else absent.")
            Boolean beyondVolume,

            @MayBeAbsent
            @Schema(description = "Billable minutes. Absent for what is charged beside time, such as travel.")
            Long minutes,

            Verdict verdict,

            @Schema(description = "The clause that decides; if it is AMBIGUOUS those that disagree; else empty.")
            List<PieceClause> clauses,

            @MayBeAbsent @Schema(description = "What would be billed, before tax. Absent where nobody can say.")
            MoneyJson amount,

            @MayBeAbsent
            @Schema(description = "What it comes to by the rate card, whoever pays. Absent where nothing prices it.")
            MoneyJson worth,

            @MayBeAbsent @Schema(examples = "540 min × 150.00/h × 1.5")
            String arithmetic) {

        static PieceView of(EstimatedPiece piece) {
            return new PieceView(
                    piece.kind(),
                    piece.piece() == null ? null : piece.piece().from(),
                    piece.band(),
                    piece.piece() != null && piece.piece().beyondVolume() ? Boolean.TRUE : null,
                    piece.minutes() > 0 ? piece.minutes() : null,
                    piece.verdict(),
                    piece.clauses().stream()
                            .map(clause -> new PieceClause(clause.id(), clause.title()))
                            .toList(),
                    piece.bills() == null ? null : MoneyJson.of(piece.bills()),
                    piece.worth() == null ? null : MoneyJson.of(piece.worth()),
                    piece.arithmetic());
        }
    }

    @Schema(name = "ScopePieceClause")
    record PieceClause(String id, @MayBeAbsent String title) {}
}
