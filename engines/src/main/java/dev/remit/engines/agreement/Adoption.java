package dev.remit.engines.agreement;

import static dev.remit.engines.InvalidInput.required;

import java.time.LocalDate;

/**
 * That an agreement was signed elsewhere, so that its terms are the MSP's reading of a file.
 *
 * @param signedOn the client's local date on which the last party signed
 * @param file what was signed
 */
public record Adoption(LocalDate signedOn, File file) {

    /**
     * What was signed.
     *
     * @param sha256 of its bytes, 64 lower-case hex digits
     */
    public record File(String sha256) {

        /** Checks that the hash is there. */
        public File {
            required(sha256, "sha256");
        }
    }

    /** Checks that both are there. */
    public Adoption {
        required(signedOn, "signedOn");
        required(file, "file");
    }

    /** What a ruling under such an agreement is, in words. */
    public String reading() {
        return "Signed elsewhere on " + signedOn + ": this is the MSP's reading of it.";
    }
}
