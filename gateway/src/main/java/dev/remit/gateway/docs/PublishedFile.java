package dev.remit.gateway.docs;

import dev.remit.gateway.exchange.PacedAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that is the same for everybody, known by the hash of its bytes.
 *
 * @param type its media type
 * @param etag the hash, quoted as an ETag is
 */
record PublishedFile(Buffer body, String type, String etag) {

    static PublishedFile of(byte[] bytes, String type) {
        return new PublishedFile(Buffer.buffer(bytes), type, '"' + sha256(bytes) + '"');
    }

    /** @param resource its place on the class path */
    static PublishedFile load(String resource, String type) {
        try (var in = open(resource)) {
            return of(in.readAllBytes(), type);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static InputStream open(String resource) {
        var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not on the class path");
        }
        return in;
    }

    /** Sends it, or 304 to a caller who has it. */
    void answer(RoutingContext ctx) {
        var response =
                ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-cache").putHeader(HttpHeaders.ETAG, etag);
        if (etag.equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        PacedAnswer.end(ctx, body);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
