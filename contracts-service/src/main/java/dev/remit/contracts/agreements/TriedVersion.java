package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.InForce;
import java.time.LocalDate;
import java.util.function.Function;

/** A version of which somebody asks what it would come to, signed or not, as if it were in force. */
public final class TriedVersion {
    private final Client client;
    private final SignedAgreement version;
    private final Function<LocalDate, InForce<SignedAgreement>> beside;

    /** @param beside gives it with what would be in force beside it on a date */
    TriedVersion(Client client, SignedAgreement version, Function<LocalDate, InForce<SignedAgreement>> beside) {
        this.client = client;
        this.version = version;
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
        return beside.apply(date);
    }

    /** What holds for work that it rules, on its first date. */
    AgreementDocument completed() {
        AgreementDocument document = document();
        return document.isAddendum()
                ? document.completedBy(on(document.effectiveFrom()).master().document())
                : document;
    }
}
