package dev.remit.tickets.agreements;

import dev.remit.engines.agreement.InForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signed versions and their documents: those that have reached us, or those with one among them that nobody has signed. */
public interface AgreementBook {

    /** Every version with a client: read at once, so that what is said of them fits together. */
    ClientAgreements of(UUID clientId);

    /** A document by its hash, read and made ready; empty while its bytes have not reached us. */
    Optional<CompiledAgreement> document(String hash);

    /**
     * Documents that are in force together; empty while the bytes of one have not reached us.
     *
     * @param hashes the master's, then its addenda's
     */
    default Optional<CompiledTerms> terms(List<String> hashes) {
        List<CompiledAgreement> known = new ArrayList<>();
        for (String hash : hashes) {
            Optional<CompiledAgreement> document = document(hash);
            if (document.isEmpty()) {
                return Optional.empty();
            }
            known.add(document.get());
        }
        return Optional.of(new CompiledTerms(new InForce<>(known.getFirst(), known.subList(1, known.size()))));
    }
}
