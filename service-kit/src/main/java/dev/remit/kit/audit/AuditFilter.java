package dev.remit.kit.audit;

import dev.remit.kit.sql.Conditions;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/** Which records to show. */
public class AuditFilter {
    private static final int LONGEST = 255;

    /** Only objects of this type, such as quote. */
    @QueryParam("objectType")
    @Size(max = LONGEST)
    String objectType;

    /** Only the object of this id. */
    @QueryParam("objectId")
    @Size(max = LONGEST)
    String objectId;

    /** Only what this person, machine or connection did: the actor's id. */
    @QueryParam("actor")
    @Size(max = LONGEST)
    String actor;

    /** Only this operation. */
    @QueryParam("operation")
    @Size(max = LONGEST)
    String operation;

    /** Only from this moment on, in the tenant's time. */
    @QueryParam("from")
    Instant from;

    /** Only before this moment, in the tenant's time. */
    @QueryParam("to")
    Instant to;

    Conditions conditions() {
        return new Conditions()
                .and("object_type = ?", objectType)
                .and("object_id = ?", objectId)
                .and("actor = ?", actor)
                .and("operation = ?", operation)
                .and("at >= ?", from)
                .and("at < ?", to);
    }
}
