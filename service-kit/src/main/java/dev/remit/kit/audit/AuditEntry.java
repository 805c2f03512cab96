package dev.remit.kit.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.remit.engines.evidence.HashChain;
import dev.remit.kit.http.MayBeAbsent;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One record of a trail, with what it takes to check it.
 *
 * @param number from 1, without gaps, in the order in which records joined the chain
 * @param hash SHA-256 of the hash before it and the seal, in hex
 * @param seal SHA-256 of the SHA-256 of the salt and the record's canonical bytes, in hex
 * @param salt in hex; null when the record was erased
 * @param record canonical JSON; null when it was erased
 */
@Schema(name = "AuditEntry")
public record AuditEntry(
        long number,
        String hash,
        String seal,
        @MayBeAbsent String salt,

        @MayBeAbsent @JsonRawValue @Schema(implementation = AuditFacts.class)
        String record) {

    static AuditEntry of(long number, HashChain.Link link) {
        HexFormat hex = HexFormat.of();
        boolean erased = link.salt() == null;
        return new AuditEntry(
                number,
                hex.formatHex(link.hash()),
                hex.formatHex(link.seal()),
                erased ? null : hex.formatHex(link.salt()),
                erased ? null : new String(link.payload(), StandardCharsets.UTF_8));
    }
}
