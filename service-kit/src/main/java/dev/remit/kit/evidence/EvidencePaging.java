package dev.remit.kit.evidence;

import dev.remit.kit.http.Paging;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which stretch of a chain a caller asks for: a {@code @Valid @BeanParam}. */
public class EvidencePaging {

    @QueryParam("after")
    @DefaultValue("0")
    @Min(0)
    @Max(Integer.MAX_VALUE)
    @Parameter(description = "The position of the last link that was read; the chain from its start without")
    public int after;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(Paging.MAX)
    @Parameter(description = "How many links at most. A page ends sooner where its payloads come to 1 MiB")
    public int limit;
}
