package dev.remit.contracts.agreements.files;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file of an agreement, as documents and answers name it.
 *
 * @param sha256 of its bytes, 64 lower-case hex digits
 * @param size in bytes
 */
@Schema(name = "AgreementFile")
public record FileRef(
        @Schema(examples = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae")
        String sha256,

        @Schema(examples = "whitfield-crane-signed.pdf") String name,
        @Schema(examples = "application/pdf") String mediaType,

        @Schema(description = "In bytes.") long size) {}
