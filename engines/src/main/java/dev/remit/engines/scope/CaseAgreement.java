package dev.remit.engines.scope;

import dev.remit.engines.InvalidInput;
import java.util.UUID;

/**
 * The version of an agreement that a case's clause is from.
 *
 * @param title of the version; may be null
 * @param version its number, from 1
 * @param documentHash SHA-256 of the signed document; null for a version that is not signed, such as a draft that is tried
 */
public record CaseAgreement(UUID agreementId, AgreementKind kind, String title, int version, String documentHash) {

    /** Checks that all but title and hash are there. */
    public CaseAgreement {
        InvalidInput.required(agreementId, "agreementId");
        InvalidInput.required(kind, "kind");
    }

    /** As it reads in a sentence: {@code version 2 of the addendum "Back-up"}. */
    public String words() {
        String named = title == null ? "" : " \"" + title + "\"";
        return "version " + version + " of the " + (kind == AgreementKind.MASTER ? "master agreement" : "addendum")
                + named;
    }
}
