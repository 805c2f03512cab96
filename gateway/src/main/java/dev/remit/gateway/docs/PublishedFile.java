package dev.remit.gateway.docs;

import dev.remit.gateway.exchange.CodedTags;
import dev.remit.gateway.exchange.Coding;
import dev.remit.gateway.exchange.Compression;
import dev.remit.gateway.exchange.PacedAnswer;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that is the same for everybody, known by the hash of its bytes.
 *
 * @param type its media type
 * @param etag the hash, quoted as an ETag is
 * @param coded its compressed forms, each from when somebody asked for it
 */
record PublishedFile(Buffer body, String type, String etag, Map<Coding, Buffer> coded) {

    static PublishedFile of(byte[] bytes, String type) {
        return new PublishedFile(Buffer.buffer(bytes), type, '"' + sha256(bytes) + '"', new ConcurrentHashMap<>());
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
        MultiMap headers = ctx.response().headers();
        headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
        String known = String.join(",", ctx.request().headers().getAll(HttpHeaders.IF_NONE_MATCH));
        if (CodedTags.isNamed(etag, known)) {
            headers.set(HttpHeaders.ETAG, CodedTags.asKnown(etag, known));
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
            ctx.response().setStatusCode(304).end();
            return;
        }
        headers.set(HttpHeaders.ETAG, etag);
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        headers.set(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        Optional<Coding> coding = Compression.choose(ctx.request(), 200, headers);
        PacedAnswer.end(ctx, coding.map(this::in).orElse(body));
    }

    private Buffer in(Coding coding) {
        return coded.computeIfAbsent(coding, first -> first.all(body));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
