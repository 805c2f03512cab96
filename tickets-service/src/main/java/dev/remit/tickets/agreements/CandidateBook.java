package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.CandidateTerm;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.evidence.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The agreements of a client with a version among them that nobody has signed. */
public final class CandidateBook implements AgreementBook {
    private final AgreementBook known;
    private final CompiledAgreement candidate;
    private final CandidateTerm term;
    private final Instant now;

    /**
     * @param content the canonical bytes that would be signed
     * @param from the first date that is looked at
     * @param now in the tenant's time
     */
    public CandidateBook(AgreementBook known, byte[] content, CandidateTerm.Mode mode, LocalDate from, Instant now) {
        this.known = known;
        this.candidate = new CompiledAgreement(Sha256.hex(content), content);
        AgreementDocument document = candidate.document();
        VersionTerm own = new VersionTerm(
                document.agreementId(),
                document.version(),
                document.effectiveFrom(),
                document.effectiveTo(),
                document.master());
        this.term = CandidateTerm.of(own, mode, from);
        this.now = now;
    }

    @Override
    public ClientAgreements of(UUID clientId) {
        return clientId.equals(candidate.document().client().id())
                ? known.of(clientId).with(candidate, term, now)
                : known.of(clientId);
    }

    @Override
    public Optional<CompiledAgreement> document(String hash) {
        return hash.equals(candidate.documentHash()) ? Optional.of(candidate) : known.document(hash);
    }
}
