package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.Verification.Check;
import dev.remit.contracts.agreements.files.AgreementFiles;
import dev.remit.contracts.agreements.files.FileRef;
import dev.remit.engines.InvalidInput;
import dev.remit.engines.agreement.AgreementDocument;
import dev.remit.engines.evidence.CanonicalJson;
import dev.remit.engines.evidence.Sha256;
import dev.remit.engines.json.Json;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes again, from the bytes that are kept, whatever a proposed or signed version says of itself. */
@ApplicationScoped
class Verifications {
    private static final String NOTHING = "nothing";

    private final Agreements agreements;
    private final DocumentRepository documents;
    private final SignatureRepository signatures;
    private final AgreementFiles files;

    Verifications(
            Agreements agreements, DocumentRepository documents, SignatureRepository signatures, AgreementFiles files) {
        this.agreements = agreements;
        this.documents = documents;
        this.signatures = signatures;
        this.files = files;
    }

    /** @throws Problem not-found, also for a draft, of which nothing is fixed yet */
    Verification verify(UUID agreementId, int number) {
        AgreementVersion version = agreements.visible(agreementId, number);
        if (version.isDraft()) {
            throw Problem.of(ProblemType.NOT_FOUND, "A draft has nothing to verify yet.");
        }
        List<PartySignature> signed = signatures.of(version);
        List<Check> checks = new ArrayList<>();
        content(version, checks);
        if (version.isSigned()) {
            published(version, signed, checks);
        }
        signed.forEach(signature -> checks.add(Check.of(
                "SIGNATURE",
                "What was signed for the " + signature.party() + " is what was proposed.",
                version.contentHash(),
                signature.contentHash())));
        scans(version, signed)
                .forEach(file -> checks.add(Check.of(
                        "FILE",
                        "The SHA-256 of " + file.name() + ".",
                        file.sha256(),
                        files.hashOfBytes(agreementId, file.sha256()).orElse(NOTHING))));
        return Verification.of(checks);
    }

    private void content(AgreementVersion version, List<Check> checks) {
        byte[] content = bytes(version.contentHash());
        checks.add(Check.of(
                "CONTENT_HASH", "The SHA-256 of what was proposed.", version.contentHash(), Sha256.hex(content)));
        checks.add(Check.of(
                "CONTENT_CANONICAL",
                "The same, written anew as canonical JSON.",
                version.contentHash(),
                computed(() -> CanonicalJson.hash(Json.parse(content)))));
        checks.add(schema("CONTENT_SCHEMA", "The schema that what was proposed is read as.", content));
        checks.add(readingCopy(content));
        changes(content).ifPresent(checks::add);
    }

    private Optional<Check> changes(byte[] content) {
        return VersionChanges.named(content)
                .map(named -> Check.of(
                        "CHANGES",
                        "The SHA-256 of the list of what the version changes of the past.",
                        named,
                        Sha256.hex(bytes(named))));
    }

    private Check readingCopy(byte[] content) {
        String named = computed(
                () -> Json.parseObject(content).at("/readingCopy/sha256").asText(NOTHING));
        return Check.of("READING_COPY", "The SHA-256 of the page that people read.", named, Sha256.hex(bytes(named)));
    }

    private void published(AgreementVersion version, List<PartySignature> signed, List<Check> checks) {
        byte[] published = bytes(version.documentHash());
        checks.add(Check.of(
                "DOCUMENT_HASH",
                "The SHA-256 of the published document.",
                version.documentHash(),
                Sha256.hex(published)));
        checks.add(Check.of(
                "DOCUMENT_CONTENT",
                "The SHA-256 of the published document without its signatures.",
                version.contentHash(),
                computed(() -> AgreementDocument.contentHash(published))));
        checks.add(schema("DOCUMENT_SCHEMA", "The schema that the published document is read as.", published));
        checks.add(Check.of(
                "DOCUMENT_SIGNATURES",
                "The SHA-256 of the signatures on record, and of those in the published document.",
                CanonicalJson.hash(
                        Json.tree(signed.stream().map(PartySignature::text).toList())),
                computed(() -> CanonicalJson.hash(Json.parseObject(published).path("signatures")))));
        if (version.adopted() == null) {
            checks.add(Check.of(
                    "PARTIES",
                    "Who signed.",
                    "CLIENT, MSP",
                    signed.stream()
                            .map(signature -> signature.party().name())
                            .sorted()
                            .collect(Collectors.joining(", "))));
        } else {
            checks.add(Check.of(
                    "ADOPTION",
                    "The SHA-256 of the adoption on record, and of that in the published document.",
                    CanonicalJson.hash(Json.object(version.adopted())),
                    computed(
                            () -> CanonicalJson.hash(Json.parseObject(published).path("adopted")))));
        }
    }

    private static Check schema(String code, String text, byte[] document) {
        return Check.of(code, text, AgreementDocument.SCHEMA, computed(() -> {
            AgreementDocument read = AgreementDocument.parse(document);
            read.scope();
            return read.schema();
        }));
    }

    /** What is kept under a hash; no bytes where nothing is. */
    private byte[] bytes(String hash) {
        StoredDocument kept = documents.findById(hash);
        return kept == null ? new byte[0] : kept.bytes();
    }

    private static Stream<FileRef> scans(AgreementVersion version, List<PartySignature> signed) {
        Stream<FileRef> adopted = Stream.ofNullable(version.adopted()).map(Adopted::file);
        return Stream.concat(
                        adopted,
                        signed.stream().map(signature -> signature.text().file()))
                .filter(Objects::nonNull)
                .distinct();
    }

    private interface Computation {
        String result();
    }

    /** What was computed, or in words why nothing can be. */
    private static String computed(Computation computation) {
        try {
            return computation.result();
        } catch (InvalidInput fault) {
            return fault.path() + " " + fault.problem();
        }
    }
}
