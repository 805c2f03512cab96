package dev.remit.kit.audit;

import dev.remit.kit.http.MayBeAbsent;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of computing a trail anew, or a stretch of it.
 *
 * @param intact whether every record follows from the one before it
 * @param previous the hash that the first of them follows from, in hex
 * @param records the number of the last record that holds
 * @param hash of that record, in hex: noted down elsewhere, it proves that nothing before it was changed since
 * @param firstBroken number of the first record that is changed or missing; absent where all hold
 * @param next absent where the trail ends with these
 */
@Schema(name = "AuditVerification")
public record AuditVerification(
        boolean intact,

        @Schema(
                description =
                        "The hash of the record that was asked with, for comparison with the one that was noted down")
        String previous,

        @Schema(description = "The number of the last record that holds")
        long records,

        @MayBeAbsent @Schema(description = "The hash of that record, to be noted down")
        String hash,

        @MayBeAbsent @Schema(description = "The number of the first record that was changed or is missing")
        Long firstBroken,

        @MayBeAbsent @Schema(description = "What to ask with as after for the records that follow; absent at the end")
        Long next) {

    static AuditVerification intact(byte[] previous, long records, byte[] hash) {
        return new AuditVerification(true, hex(previous), records, hex(hash), null, null);
    }

    static AuditVerification intactSoFar(byte[] previous, long records, byte[] hash) {
        return new AuditVerification(true, hex(previous), records, hex(hash), null, records);
    }

    static AuditVerification broken(byte[] previous, long number) {
        return new AuditVerification(false, hex(previous), number - 1, null, number, null);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
