package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.files.AgreementFiles;
import dev.remit.contracts.agreements.files.AgreementFiles.Stored;
import dev.remit.contracts.agreements.files.FileRef;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The files of agreements for those who may see them. */
@ApplicationScoped
class AttachedFiles {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Agreements agreements;
    private final VersionRepository versions;
    private final SignatureRepository signatures;
    private final ConsentRepository consents;
    private final AgreementFiles files;
    private final Caller caller;

    AttachedFiles(
            Agreements agreements,
            VersionRepository versions,
            SignatureRepository signatures,
            ConsentRepository consents,
            AgreementFiles files,
            Caller caller) {
        this.agreements = agreements;
        this.versions = versions;
        this.signatures = signatures;
        this.consents = consents;
        this.files = files;
        this.caller = caller;
    }

    /**
     * Keeps a file, unless it is there already.
     *
     * @throws Problem not-found, also where the hash is none
     */
    FileRef keep(UUID agreementId, String sha256, String name, InputStream bytes) {
        agreements.visible(agreementId);
        requireHash(sha256);
        return files.find(agreementId, sha256)
                .map(Stored::ref)
                .orElseGet(() -> files.keep(agreementId, sha256, name, bytes));
    }

    /** @throws Problem not-found, also for what the caller may not see */
    Stored visible(UUID agreementId, String sha256) {
        agreements.visible(agreementId);
        requireHash(sha256);
        Stored file = files.find(agreementId, sha256).orElseThrow(Problem::notFound);
        if (caller.client().isPresent() && !isNamed(agreementId, sha256)) {
            throw Problem.notFound();
        }
        return file;
    }

    private static void requireHash(String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw Problem.notFound();
        }
    }

    /** Whether the client is shown it with a version: what else the MSP may have sent by mistake is not theirs to see. */
    private boolean isNamed(UUID agreementId, String sha256) {
        return versions.of(List.of(agreementId)).stream()
                .filter(AgreementVersion::isShownToClient)
                .anyMatch(version -> version.isAdoptedWith(sha256)
                        || signatures.of(version).stream().anyMatch(signature -> sha256.equals(signature.fileHash()))
                        || consents.of(version).stream().anyMatch(consent -> sha256.equals(consent.fileHash())));
    }

    InputStream open(Stored file) {
        return files.open(file);
    }
}
