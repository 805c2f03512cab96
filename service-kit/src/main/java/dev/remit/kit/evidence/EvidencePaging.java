package dev.remit.kit.evidence;

import dev.remit.kit.http.Paging;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which stretch of a chain a caller asks for: a {@code @Valid @BeanParam}. */
public class EvidencePaging {

    /** The position of the last link that was read; the chain from its start without. */
    @QueryParam("after")
    @DefaultValue("0")
    @Min(0)
    @Max(Integer.MAX_VALUE)
    public int after;

    /** How many links at most. A page ends sooner where its payloads come to 1 MiB. */
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(Paging.MAX)
    public int limit;
}
