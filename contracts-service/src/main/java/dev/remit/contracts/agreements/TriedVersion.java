package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.CandidateTerm;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.agreement.VersionTerm;
import java.time.LocalDate;

/** A version of which somebody asks what it would come to, signed or not, as if it were in force. */
public final class TriedVersion {
    private final Client client;
    private final SignedAgreement version;
    private final VersionTerm term;
    private final Beside beside;

    /** What both parties signed, and what would be in force beside a version. */
    interface Beside {
        InForce<SignedAgreement> on(LocalDate date);

        SignedVersions signed(LocalDate first, LocalDate last);
    }

    TriedVersion(Client client, SignedAgreement version, VersionTerm term, Beside beside) {
        this.client = client;
        this.version = version;
        this.term = term;
        this.beside = beside;
    }

    /** With whom the agreement is. */
    public Client client() {
        return client;
    }

    /** What the version says by itself. */
    public AgreementDocument document() {
        return version.document();
    }

    /**
     * What would be in force with the client on a date: a master in the place of the one that is, with its addenda; an
     * addendum beside its master and the other addenda.
     *
     * @throws dev.remit.kit.problem.Problem validation for a date outside the version's own, conflict for an addendum whose
     *     master is not in force then
     */
    public InForce<SignedAgreement> on(LocalDate date) {
        return beside.on(date);
    }

    /**
     * What prices work with the client from a date on: the version from then, and beside it or before it what is signed.
     *
     * @param first of the local dates of the work
     * @param last of them
     */
    public SignedVersions from(LocalDate date, LocalDate first, LocalDate last) {
        return beside.signed(first, last).with(version.priced(term), CandidateTerm.Mode.TRIED, date);
    }

    /** What holds for work that it rules, on its first date. */
    AgreementDocument completed() {
        AgreementDocument document = document();
        return document.isAddendum()
                ? document.completedBy(on(document.effectiveFrom()).master().document())
                : document;
    }
}
