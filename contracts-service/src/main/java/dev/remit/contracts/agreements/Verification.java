package dev.remit.contracts.agreements;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of computing again whatever can be of a version.
 *
 * @param intact whether every check holds
 */
@Schema(name = "AgreementVerification")
record Verification(
        @Schema(description = "Whether every check holds.") boolean intact, List<Check> checks) {

    static Verification of(List<Check> checks) {
        return new Verification(checks.stream().allMatch(Check::holds), checks);
    }

    /** One thing that was computed again. */
    @Schema(name = "AgreementCheck")
    record Check(
            @Schema(examples = "CONTENT_HASH") String code,

            @Schema(examples = "The SHA-256 of what was proposed.")
            String text,

            @Schema(description = "As the version, or the document, has it.")
            String expected,

            @Schema(description = "As it was computed from the bytes now.")
            String found,

            boolean holds) {

        static Check of(String code, String text, String expected, String found) {
            return new Check(code, text, expected, found, expected.equals(found));
        }
    }
}
