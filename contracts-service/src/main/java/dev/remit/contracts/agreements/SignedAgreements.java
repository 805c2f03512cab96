package dev.remit.contracts.agreements;

import dev.remit.contracts.clients.Client;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The signed version that holds for a client on a date. */
@ApplicationScoped
public class SignedAgreements {
    private static final int KEPT = 256;

    private final VersionRepository versions;
    private final DocumentRepository documents;

    /** By hash, which names the same bytes for good; the one asked for longest ago goes first. */
    private final Map<String, SignedAgreement> read = Collections.synchronizedMap(new MostRecentlyRead());

    SignedAgreements(VersionRepository versions, DocumentRepository documents) {
        this.versions = versions;
        this.documents = documents;
    }

    /** Empty if no agreement with the client was in force on the date. */
    public Optional<SignedAgreement> inForce(Client client, LocalDate date) {
        return versions.inForce(client.id(), date)
                .map(AgreementVersion::documentHash)
                .map(this::read);
    }

    private SignedAgreement read(String hash) {
        SignedAgreement known = read.get(hash);
        if (known != null) {
            return known;
        }
        SignedAgreement fresh =
                SignedAgreement.read(hash, documents.findById(hash).bytes());
        read.put(hash, fresh);
        return fresh;
    }

    private static final class MostRecentlyRead extends LinkedHashMap<String, SignedAgreement> {
        private static final long serialVersionUID = 1L;

        MostRecentlyRead() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SignedAgreement> eldest) {
            return size() > KEPT;
        }
    }
}
