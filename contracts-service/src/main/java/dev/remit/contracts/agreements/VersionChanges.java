package dev.remit.contracts.agreements;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remit.contracts.agreements.changes.Candidate;
import dev.remit.contracts.agreements.changes.ChangeFinder;
import dev.remit.contracts.agreements.changes.ChangesList;
import dev.remit.engines.agreement.CandidateTerm.Mode;
import dev.remit.engines.json.Json;
import dev.remit.kit.json.CanonicalRecords;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.sql.ConsistentReads;
import dev.remit.kit.tenancy.Tenancy;
import dev.remit.kit.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.UUID;

/** Finds out what versions would change. Other services are asked in no transaction. */
@ApplicationScoped
class VersionChanges {
    private static final int MOST_DAYS = 366;

    private final Agreements agreements;
    private final Drafts drafts;
    private final PlausibleDates dates;
    private final AgreementText text;
    private final DocumentRepository documents;
    private final ChangeFinder finder;
    private final ConsistentReads reads;
    private final Tenancy tenancy;
    private final TenantClock clock;

    VersionChanges(
            Agreements agreements,
            Drafts drafts,
            PlausibleDates dates,
            AgreementText text,
            DocumentRepository documents,
            ChangeFinder finder,
            ConsistentReads reads,
            Tenancy tenancy,
            TenantClock clock) {
        this.agreements = agreements;
        this.drafts = drafts;
        this.dates = dates;
        this.text = text;
        this.documents = documents;
        this.finder = finder;
        this.reads = reads;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /**
     * @throws Problem not-found for a version that the caller may not know of
     */
    void requireVisible(UUID agreementId, int number) {
        reads.call(() -> agreements.visible(agreementId, number));
    }

    /**
     * The bytes of the list that a version was proposed with, of a draft what it would have changed in the last quarter.
     *
     * @throws Problem not-found for a version that begins no earlier than it was proposed
     */
    byte[] signedOrTried(UUID agreementId, int number) {
        return reads.call(() -> {
                    AgreementVersion version = agreements.visible(agreementId, number);
                    return version.isDraft() ? Optional.<byte[]>empty() : Optional.of(signed(version));
                })
                .orElseGet(() -> CanonicalRecords.bytes(tried(agreementId, number, null, null)));
    }

    private byte[] signed(AgreementVersion version) {
        return named(documents.findById(version.contentHash()).bytes())
                .map(hash -> documents.findById(hash).bytes())
                .orElseThrow(() -> Problem.of(
                        ProblemType.NOT_FOUND,
                        "The version began no earlier than it was proposed, so nothing was said of the past."));
    }

    /** The list of changes that a content names; empty where it names none. */
    static Optional<String> named(byte[] content) {
        String hash = Json.parseObject(content).at("/changes/sha256").asText("");
        return hash.isEmpty() ? Optional.empty() : Optional.of(hash);
    }

    /**
     * What would have come of a version on some dates, had it been in force.
     *
     * @param wantedFrom null for the beginning of the calendar quarter before today's
     * @param wantedTo the first date without; null for the beginning of today's quarter, or for today where a date is given
     */
    ChangesList tried(UUID agreementId, int number, LocalDate wantedFrom, LocalDate wantedTo) {
        return finder.changes(reads.call(() -> {
            AgreementVersion version = agreements.visible(agreementId, number);
            Instant now = clock.now();
            LocalDate today = version.agreement().client().dateAt(now);
            LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
            LocalDate from = wantedFrom == null ? quarter.minusMonths(3) : wantedFrom;
            LocalDate to = wantedTo == null ? (wantedFrom == null ? quarter : today) : wantedTo;
            requireDates(from, to);
            return candidate(version, text.draftContent(version), Mode.TRIED, from, to, now);
        }));
    }

    private static void requireDates(LocalDate from, LocalDate to) {
        if (!from.isBefore(to) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Problem.invalid("to", "must be 1 to " + MOST_DAYS + " days after from, which is " + from, "range");
        }
    }

    /**
     * What comes of a draft once it is signed and activated; empty where it does not begin before today, and for what is no
     * draft.
     *
     * @throws Problem rule-broken while lint has errors
     */
    Optional<PreparedChanges.Prepared> beforeProposal(UUID agreementId, int number) {
        return reads.call(() -> toBePrepared(agreementId, number))
                .map(draft -> new PreparedChanges.Prepared(
                        draft.revision(), CanonicalRecords.bytes(finder.changes(draft.candidate()))));
    }

    private record Draft(int revision, Candidate candidate) {}

    private Optional<Draft> toBePrepared(UUID agreementId, int number) {
        AgreementVersion version = agreements.visible(agreementId, number);
        Instant now = clock.now();
        if (!version.isDraft() || !beginsInThePast(version, now)) {
            return Optional.empty();
        }
        dates.require(version.agreement().client(), version.effectiveFrom(), version.effectiveTo());
        drafts.refuseErrors(version);
        LocalDate tomorrow = version.agreement().client().dateAt(now).plusDays(1);
        return Optional.of(new Draft(
                version.revision(),
                candidate(version, text.content(version), Mode.ACTIVATED, version.effectiveFrom(), tomorrow, now)));
    }

    /** Whether a version's first date is before today, for its client. */
    static boolean beginsInThePast(AgreementVersion version, Instant now) {
        return version.effectiveFrom().isBefore(version.agreement().client().dateAt(now));
    }

    private Candidate candidate(
            AgreementVersion version, ObjectNode document, Mode mode, LocalDate from, LocalDate to, Instant now) {
        return new Candidate(
                tenancy.current(),
                version.clientId(),
                version.agreement().id(),
                version.number(),
                document,
                mode,
                from,
                to,
                now);
    }
}
