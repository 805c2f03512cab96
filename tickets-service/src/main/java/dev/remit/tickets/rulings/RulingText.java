package dev.remit.tickets.rulings;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.remit.engines.agreement.Adoption;
import dev.remit.engines.agreement.Signature;
import dev.remit.engines.catalogue.Categorisation;
import dev.remit.engines.scope.Clause;
import dev.remit.engines.scope.PieceOfWork;
import dev.remit.engines.scope.Requester;
import dev.remit.engines.scope.Ruling;
import dev.remit.engines.scope.RulingCase;
import dev.remit.engines.scope.RulingCases;
import dev.remit.engines.scope.SilentReason;
import dev.remit.engines.scope.TreatmentByHand;
import dev.remit.engines.scope.Verdict;
import dev.remit.engines.scope.VolumeKey;
import dev.remit.engines.scope.VolumePeriod;
import dev.remit.engines.scope.VolumeUnit;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.tickets.agreements.CompiledAgreement;
import dev.remit.tickets.agreements.CompiledTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a ruling says, with everything it was computed from, so that it can be computed again. Its parts are one flat object
 * in JSON, and absent is null.
 *
 * @param sequence from 1 within the work item
 * @param byHand how a person has the work treated; null where nobody departed from the clauses
 * @param byClauses what the engine answered where a person has it treated otherwise, without the agreement; null elsewhere
 * @param engine the version of the scope engine
 */
@Schema(name = "RulingText")
public record RulingText(
        String schema,
        UUID rulingId,
        UUID ticketId,
        UUID workItemId,
        int sequence,
        @JsonUnwrapped RulingReason occasion,
        Instant ruledAt,
        @JsonUnwrapped Answer answer,
        TreatmentByHand byHand,
        Answer byClauses,
        Inputs inputs,
        String engine) {

    static final String SCHEMA = "remit-ruling/1";

    /**
     * What was ruled.
     *
     * @param disagreeing the clauses that disagree, where the verdict is AMBIGUOUS
     * @param agreement the version whose clause gives the headline, else the master's; null where none was in force
     * @param cases by which each piece of work is judged
     */
    @Schema(name = "RulingAnswer")
    public record Answer(
            Verdict verdict,
            SilentReason silentReason,
            String item,
            Categorisation.Basis basis,
            Clause clause,
            List<Clause> disagreeing,
            Agreement agreement,
            boolean approvalRequired,
            String workType,
            Long estimateMinutes,
            List<RulingCase> cases,
            Volume volume,
            List<Reason> reasons) {

        /** @param terms null where no agreement was in force */
        static Answer of(Ruling ruling, CompiledTerms terms) {
            return new Answer(
                    ruling.verdict(),
                    ruling.silentReason(),
                    ruling.item(),
                    ruling.categorisation() == null
                            ? null
                            : ruling.categorisation().basis(),
                    ruling.clause(),
                    ruling.disagreeing().isEmpty() ? null : ruling.disagreeing(),
                    terms == null ? null : Agreement.of(ruledUnder(ruling, terms)),
                    ruling.approvalNeeded(),
                    ruling.decided() == null ? null : ruling.decided().workType(),
                    ruling.decided() == null ? null : ruling.decided().estimateMinutes(),
                    ruling.cases().all().isEmpty() ? null : ruling.cases().all(),
                    ruling.volume() == null ? null : Volume.of(ruling.volume()),
                    ruling.steps().stream()
                            .map(step -> new Reason(step.kind().name(), step.text()))
                            .toList());
        }

        /** The version whose clause gives the headline, else the master's. */
        private static CompiledAgreement ruledUnder(Ruling ruling, CompiledTerms terms) {
            return terms.of(
                    ruling.agreement() == null ? null : ruling.agreement().agreementId());
        }

        /** Whether both come to the same for every piece of work. */
        boolean comesToSameAs(Answer other) {
            return verdict == other.verdict
                    && silentReason == other.silentReason
                    && approvalRequired == other.approvalRequired
                    && Objects.equals(item, other.item)
                    && Objects.equals(cases, other.cases)
                    && Objects.equals(agreement, other.agreement);
        }

        /** Whether both come to the same by the same clauses, also for the work as it is planned. */
        boolean isSameAs(Answer other) {
            return comesToSameAs(other)
                    && Objects.equals(clause, other.clause)
                    && Objects.equals(disagreeing, other.disagreeing)
                    && Objects.equals(workType, other.workType)
                    && Objects.equals(estimateMinutes, other.estimateMinutes);
        }

        Answer by(Agreement version) {
            return new Answer(
                    verdict,
                    silentReason,
                    item,
                    basis,
                    clause,
                    disagreeing,
                    version,
                    approvalRequired,
                    workType,
                    estimateMinutes,
                    cases,
                    volume,
                    reasons);
        }
    }

    /**
     * The account of somebody who ruled by hand.
     *
     * @param subject the account's id in the token
     * @param login its user name
     * @param role under which they ruled
     * @param method by which way it came
     */
    @Schema(name = "RulingPerson")
    public record Person(String subject, String login, String role, String method) {}

    /**
     * The version that was ruled by.
     *
     * @param adopted that it was signed elsewhere, so that this is the MSP's reading of it; null where it was signed here
     */
    @Schema(name = "RulingAgreement")
    public record Agreement(
            UUID agreementId,
            int version,
            String documentHash,
            String contentHash,
            AdoptedFile adopted,
            List<Signatory> signatories) {

        private static Agreement of(CompiledAgreement agreement) {
            return new Agreement(
                    agreement.document().agreementId(),
                    agreement.document().version(),
                    agreement.documentHash(),
                    agreement.contentHash(),
                    AdoptedFile.of(agreement.document().adopted()),
                    agreement.signatures().stream()
                            .map(signature -> new Signatory(
                                    signature.party(), signature.name(), signature.signedAt(), signature.signedOn()))
                            .toList());
        }
    }

    /**
     * What was signed elsewhere, and when.
     *
     * @param signedOn the client's local date on which the last party signed
     * @param fileHash SHA-256 of the file
     * @param reading what the ruling is, in words
     */
    @Schema(
            name = "AdoptedFile",
            requiredProperties = {"signedOn", "fileHash", "reading"})
    public record AdoptedFile(LocalDate signedOn, String fileHash, String reading) {

        private static AdoptedFile of(Adoption adoption) {
            return adoption == null
                    ? null
                    : new AdoptedFile(adoption.signedOn(), adoption.file().sha256(), adoption.reading());
        }
    }

    /**
     * Who signed the version.
     *
     * @param signedAt null of a signature on paper
     * @param signedOn the client's local date on which a paper was signed; null of any other
     */
    @Schema(
            name = "Signatory",
            requiredProperties = {"party", "name"})
    public record Signatory(Signature.Party party, String name, Instant signedAt, LocalDate signedOn) {}

    /** How the included volume stood. */
    @Schema(name = "RulingVolume")
    public record Volume(
            VolumeUnit unit,
            String item,
            String category,
            VolumePeriod period,
            LocalDate from,
            long included,
            long usedBefore) {

        private static Volume of(Ruling.VolumeReading reading) {
            return new Volume(
                    reading.key().unit(),
                    reading.key().item(),
                    reading.key().category(),
                    reading.key().period(),
                    reading.key().from(),
                    reading.included(),
                    reading.usedBefore());
        }
    }

    /** One step of the reasoning. */
    @Schema(name = "RulingReason")
    public record Reason(String code, String text) {}

    /**
     * Which catalogue item a work item was found to be.
     *
     * @param category the item's category in the catalogue
     * @param evidence the code or the phrase of the catalogue that decided
     * @param candidates the items between which nothing decided
     */
    @Schema(name = "RulingFound", description = "What the work was found to be, where its title is withheld.")
    public record Found(
            Categorisation.Basis basis, String item, String category, String evidence, List<String> candidates) {

        static Found of(Categorisation found) {
            List<String> candidates = found.candidates().isEmpty() ? null : found.candidates();
            return new Found(found.basis(), found.item(), found.category(), found.evidence(), candidates);
        }
    }

    /**
     * What was known of the work item.
     *
     * @param factsHash of the snapshot that it was read from
     * @param documents hashes of the signed documents that were in force: the master's, then its addenda's; null where none was
     * @param catalogueHash of the version of the catalogue by which it was recognised
     * @param title left out of a confidential ticket's ruling
     * @param found what the work was found to be, where the title is left out; null elsewhere
     * @param recognisedBefore the item as which its codes were recognised before, where it bears one now that nobody has
     *     mapped; null elsewhere
     * @param planned the work as it is planned; null where no date for it is agreed
     * @param zone in which the work date is local
     * @param tzdb the version of the zone's rules
     */
    @Schema(name = "RulingInputs")
    public record Inputs(
            String factsHash,
            List<String> documents,
            String catalogueHash,
            String itemCode,
            String board,
            String type,
            String subtype,
            String item,
            String title,
            Found found,
            String recognisedBefore,
            String ticketClass,
            String priority,
            String site,
            Requester requester,
            PieceOfWork planned,
            LocalDate workDate,
            String zone,
            String tzdb) {

        /** Whether the same is known of the work itself, from whichever snapshot. */
        boolean sameWork(Inputs other) {
            return withoutHash().equals(other.withoutHash());
        }

        Inputs withoutTitle() {
            return new Inputs(
                    factsHash,
                    documents,
                    catalogueHash,
                    itemCode,
                    board,
                    type,
                    subtype,
                    item,
                    null,
                    found,
                    recognisedBefore,
                    ticketClass,
                    priority,
                    site,
                    requester,
                    planned,
                    workDate,
                    zone,
                    tzdb);
        }

        private Inputs withoutHash() {
            return new Inputs(
                    null,
                    documents,
                    catalogueHash,
                    itemCode,
                    board,
                    type,
                    subtype,
                    item,
                    title,
                    found,
                    recognisedBefore,
                    ticketClass,
                    priority,
                    site,
                    requester,
                    planned,
                    workDate,
                    zone,
                    null);
        }
    }

    /** What the engine answered, whatever a person said. */
    Answer answerByClauses() {
        return byClauses == null ? answer : byClauses.by(answer.agreement());
    }

    /** How much of an included volume was used before; empty for one that was not looked at. */
    OptionalLong usedBefore(VolumeKey key) {
        List<RulingCase> looked = answerByClauses().cases();
        return new RulingCases(looked).usedBefore(key, inputs.workDate());
    }

    /** The canonical bytes, which are hashed and stored. */
    byte[] write() {
        return CanonicalRecords.bytes(this);
    }

    /** The members as plain JSON values. */
    Map<String, Object> members() {
        return CanonicalRecords.members(this);
    }

    static RulingText read(byte[] stored) {
        return CanonicalRecords.read(stored, RulingText.class);
    }
}
