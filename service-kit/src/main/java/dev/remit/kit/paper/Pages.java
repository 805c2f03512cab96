package dev.remit.kit.paper;

import dev.remit.engines.evidence.Sha256;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Answers that are pages. */
public final class Pages {
    /** The media type of a page on paper. */
    public static final String PDF = "application/pdf";

    private static final String NOTHING_BUT_STYLES = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private Pages() {}

    /** A page that loads nothing and runs nothing. */
    public static RestResponse<byte[]> html(byte[] page) {
        return ResponseBuilder.ok(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .tag(Sha256.hex(page))
                .header("Content-Security-Policy", NOTHING_BUT_STYLES)
                .build();
    }
}
