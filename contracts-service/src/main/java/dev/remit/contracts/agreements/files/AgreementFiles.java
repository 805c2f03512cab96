package dev.remit.contracts.agreements.files;

import dev.remit.contracts.agreements.files.FileParts.Kept;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.ids.Ids;
import dev.remit.kit.problem.Duplicates;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.tenancy.Caller;
import dev.remit.kit.time.TenantClock;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The files of the tenant's agreements, each under the hash of its bytes. */
@ApplicationScoped
public class AgreementFiles implements PanacheRepositoryBase<AgreementFile, UUID> {
    private final FileParts parts;
    private final Caller caller;
    private final TenantClock clock;
    private final Ids ids;

    AgreementFiles(FileParts parts, Caller caller, TenantClock clock, Ids ids) {
        this.parts = parts;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Keeps a file that is not there yet.
     *
     * @param sha256 of the bytes, as the sender has it
     * @param bytes are read to their end; left open
     * @throws Problem validation, if they are no scan or hash to something else
     */
    public FileRef keep(UUID agreementId, String sha256, String name, InputStream bytes) {
        try {
            byte[] first = bytes.readNBytes(FileKind.LONGEST_BEGINNING);
            FileKind kind = FileKind.of(first)
                    .orElseThrow(() -> Problem.invalid("body", "must be a PDF, a PNG or a JPEG file", "file-kind"));
            UUID id = ids.next();
            Kept kept = parts.keep(id, first, bytes);
            if (!kept.sha256().equals(sha256)) {
                throw Problem.invalid("sha256", "is not that of the body, which is " + kept.sha256(), "hash");
            }
            FileRef file = new FileRef(sha256, name, kind.mediaType(), kept.size());
            persist(new AgreementFile(id, agreementId, file, caller, clock.now()));
            Duplicates.flush(
                    getEntityManager(),
                    Map.of("uq_agreement_file", Problem.conflict("The same file was being sent at the same time.")));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file that is kept.
     *
     * @param id by which its bytes are found
     */
    public record Stored(UUID id, FileRef ref) {}

    public Optional<Stored> find(UUID agreementId, String sha256) {
        return row(agreementId, sha256).map(file -> new Stored(file.id(), file.ref()));
    }

    /**
     * The file that a request names.
     *
     * @param field of the request
     * @throws Problem validation, if the agreement has no such file
     */
    public FileRef require(UUID agreementId, String sha256, String field) {
        return find(agreementId, sha256)
                .orElseThrow(() -> Problem.invalid(field, "names no file of this agreement: send it first", "unknown"))
                .ref();
    }

    /** The bytes of a file, as they are read; needs no transaction. */
    public InputStream open(Stored file) {
        return parts.open(file.id());
    }

    /** What the bytes that are kept of a file hash to now; empty if there is no such file. */
    public Optional<String> hashOfBytes(UUID agreementId, String sha256) {
        return find(agreementId, sha256).map(file -> hash(open(file)));
    }

    private static String hash(InputStream bytes) {
        try (DigestInputStream digested = new DigestInputStream(bytes, Sha256.digest())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether an agreement has any. */
    public boolean has(UUID agreementId) {
        return count("agreementId", agreementId) > 0;
    }

    private Optional<AgreementFile> row(UUID agreementId, String sha256) {
        return find("agreementId = ?1 and hash = ?2", agreementId, sha256).firstResultOptional();
    }
}
