package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.SignedVersions;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts versions in force for one question, for whoever may see them. Keeps nothing. */
@ApplicationScoped
public class TriedVersions {
    private final Agreements agreements;
    private final AgreementText text;
    private final DocumentRepository documents;
    private final SignedAgreements signed;

    TriedVersions(Agreements agreements, AgreementText text, DocumentRepository documents, SignedAgreements signed) {
        this.agreements = agreements;
        this.text = text;
        this.documents = documents;
        this.signed = signed;
    }

    /** @throws Problem rule-broken, for a draft of which no engine can make anything yet */
    public TriedVersion find(UUID id, int number) {
        AgreementVersion version = agreements.visible(id, number);
        SignedAgreement read = asFarAsWritten(() -> read(version));
        Client client = version.agreement().client();
        return new TriedVersion(client, read, version.term(), new TriedVersion.Beside() {
            @Override
            public InForce<SignedAgreement> on(LocalDate date) {
                return beside(version, read, date);
            }

            @Override
            public SignedVersions signed(LocalDate first, LocalDate last) {
                return signed.inForce(client, first, last);
            }
        });
    }

    /** @throws Problem rule-broken, where a draft's terms do not hold together */
    public static <T> T asFarAsWritten(Supplier<T> answer) {
        try {
            return answer.get();
        } catch (InvalidInput fault) {
            throw Problem.of(ProblemType.RULE_BROKEN, "The version cannot be tried as it stands; see what lint says.")
                    .error(fault.path(), fault.problem(), "terms");
        }
    }

    private SignedAgreement read(AgreementVersion version) {
        if (version.isSigned()) {
            return signed.of(version);
        }
        if (version.isDraft()) {
            AgreementDocument document = text.draft(version);
            String hash = Sha256.hex(CanonicalJson.bytes(text.content(version)));
            return new SignedAgreement(document, document.scope(hash), hash, hash);
        }
        String hash = version.contentHash();
        AgreementDocument document =
                AgreementDocument.parse(documents.findById(hash).bytes());
        return new SignedAgreement(document, document.scope(hash), hash, hash);
    }

    private InForce<SignedAgreement> beside(AgreementVersion version, SignedAgreement read, LocalDate date) {
        if (!version.term().includes(date)) {
            throw Problem.invalid("on", "is no date of the version", "not-in-force");
        }
        var now = signed.inForce(version.agreement().client(), date);
        List<SignedAgreement> addenda = now.map(InForce::addenda).orElse(List.of());
        if (!read.document().isAddendum()) {
            return new InForce<>(read, addenda);
        }
        SignedAgreement master = now.map(InForce::master)
                .filter(other -> other.document()
                        .agreementId()
                        .equals(version.agreement().masterId()))
                .orElseThrow(() ->
                        Problem.conflict("The agreement that it is an addendum to is not in force on " + date + "."));
        return new InForce<>(
                master,
                Stream.concat(
                                addenda.stream().filter(other -> !other.document()
                                        .agreementId()
                                        .equals(read.document().agreementId())),
                                Stream.of(read))
                        .sorted(Comparator.comparing(other -> other.document().agreementId()))
                        .toList());
    }
}
