package dev.remit.contracts.examples;

import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.agreement.InForce;
import dev.remit.engines.agreement.VersionTerm;
import dev.remit.engines.agreement.VersionsInForce;
import dev.remit.engines.agreement.WorkedExample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The worked examples of one client's signed agreements, computed by the engines of this build. */
final class SignedExamples {
    private final List<Version> versions;
    private final VersionsInForce<Version> inForce;
    private final List<String> faults = new ArrayList<>();
    private int computed;

    /** @param versions all signed versions of the client */
    SignedExamples(List<Version> versions) {
        this.versions = versions;
        inForce = new VersionsInForce<>(versions, Version::term);
    }

    /**
     * A signed version.
     *
     * @param term when it is in force by itself; empty if it was withdrawn
     */
    record Version(UUID tenant, String client, VersionTerm term, byte[] published) {

        private AgreementDocument document() {
            return AgreementDocument.parse(published);
        }

        private String words(AgreementDocument document) {
            return "tenant " + tenant + ", client " + client + ", " + document.title() + ", version "
                    + document.version();
        }
    }

    void check() {
        for (Version version : versions) {
            AgreementDocument document;
            try {
                document = version.document();
            } catch (InvalidInput fault) {
                faults.add("tenant " + version.tenant() + ", client " + version.client() + ", agreement "
                        + version.term().agreementId() + ", version "
                        + version.term().version() + ": this build cannot read the document: " + fault.getMessage());
                continue;
            }
            // One that never had a master in force was never applied, so that nothing of it can change.
            completed(version, document).ifPresent(whole -> check(version, whole));
        }
    }

    private Optional<AgreementDocument> completed(Version version, AgreementDocument document) {
        if (!document.isAddendum()) {
            return Optional.of(document);
        }
        LocalDate first = version.term().effectiveFrom();
        return inForce.on(first)
                .map(InForce::master)
                .filter(master ->
                        master.term().agreementId().equals(version.term().master()))
                .map(master -> document.completedBy(master.document()));
    }

    private void check(Version version, AgreementDocument document) {
        for (WorkedExample example : document.examples()) {
            computed++;
            if (example.fault(document).isPresent()) {
                faults.add(version.words(document) + ", “" + example.title() + "”: signed " + example.stated()
                        + ", computed " + answer(example, document));
            }
        }
    }

    private static String answer(WorkedExample example, AgreementDocument document) {
        try {
            return example.computed(document);
        } catch (InvalidInput fault) {
            return "nothing: it " + fault.problem();
        }
    }

    /** How many examples were computed. */
    int computed() {
        return computed;
    }

    /** A line for each that comes out otherwise than it was signed. */
    List<String> faults() {
        return List.copyOf(faults);
    }
}
