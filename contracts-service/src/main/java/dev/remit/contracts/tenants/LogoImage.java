package dev.remit.contracts.tenants;

import dev.remit.kit.access.AccessUnrecorded;
import dev.remit.kit.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The MSPs' logos for everybody: a page on which somebody logs in has no token yet. */
@Path(LogoImage.PATH + "/{tenant}")
@AccessUnrecorded("a mark that is there to be seen")
class LogoImage {
    static final String PATH = "/logos";

    private static final String TYPE = "image/png";
    /** A log-in is over by then, and another logo is seen soon. */
    private static final String KEPT_BY_BROWSERS = "public, max-age=300";

    private final TenantRows rows;

    LogoImage(TenantRows rows) {
        this.rows = rows;
    }

    /** @throws Problem not-found, where there is no such tenant or it has none */
    @GET
    @Produces(TYPE)
    @PermitAll
    public RestResponse<byte[]> show(UUID tenant) {
        TenantRows.Image image = rows.logo(tenant).orElseThrow(Problem::notFound);
        return ResponseBuilder.ok(image.png(), TYPE)
                .header(HttpHeaders.ETAG, "\"" + image.sha256() + "\"")
                .header(HttpHeaders.CACHE_CONTROL, KEPT_BY_BROWSERS)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
