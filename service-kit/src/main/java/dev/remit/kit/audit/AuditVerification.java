package dev.remit.kit.audit;

import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of computing a trail anew.
 *
 * @param intact whether every record follows from the one before it
 * @param records how many hold
 * @param hash of the last one, in hex: noted down elsewhere, it proves that nothing before it was changed since
 * @param firstBroken number of the first record that is changed or missing; absent where all hold
 */
@Schema(name = "AuditVerification")
public record AuditVerification(boolean intact, long records, String hash, Long firstBroken) {

    static AuditVerification intact(long records, byte[] hash) {
        return new AuditVerification(true, records, HexFormat.of().formatHex(hash), null);
    }

    static AuditVerification broken(long number) {
        return new AuditVerification(false, number - 1, null, number);
    }
}
