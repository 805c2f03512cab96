package dev.remit.kit.audit;

import dev.remit.kit.http.MayBeAbsent;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a record says; stored and shown as canonical JSON.
 *
 * @param at the tenant's time
 * @param writtenAt the machine's time
 * @param operation the operation's id in the API document, or the name of the background work
 * @param requestId of the request that did it
 * @param before the attributes that changed, or all of what was deleted; absent for what was created
 * @param after the attributes that changed, or all of what was created; absent for what was deleted
 */
@Schema(name = "AuditRecord")
record AuditFacts(
        String schema,
        long number,
        Instant at,
        Instant writtenAt,
        String service,
        String operation,
        @MayBeAbsent String requestId,
        Actor actor,
        AuditedObject object,
        Change.Kind change,
        @MayBeAbsent Map<String, Object> before,
        @MayBeAbsent Map<String, Object> after) {

    /** @param type such as {@code quote} */
    @Schema(name = "AuditedObject")
    record AuditedObject(String type, String id) {}
}
