package dev.remit.contracts.agreements;

import dev.remit.contracts.agreements.AdoptionRequest.Signer;
import dev.remit.contracts.agreements.files.FileRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** That a version was signed elsewhere, as its document says it and as it is read. */
@Schema(
        name = "AgreementAdoption",
        description = "That the version was signed elsewhere: its terms are the MSP's reading of the file.")
record Adopted(
        @Schema(description = "The client's local date on which the last party signed.")
        LocalDate signedOn,

        FileRef file,

        @Schema(description = "Who signed it, as the MSP says.")
        List<Signer> signers,

        @Schema(description = "Who of the MSP took it over.")
        Recorder by,

        Instant at) {}
