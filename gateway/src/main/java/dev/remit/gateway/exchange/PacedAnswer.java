package dev.remit.gateway.exchange;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Sends a large body as fast as the client takes it, so that one who takes none costs a piece of it and not the whole. */
public final class PacedAnswer {

    private static final int PIECE = 32 << 10;

    private final HttpServerResponse response;
    private final Buffer body;
    private int sent;

    private PacedAnswer(HttpServerResponse response, Buffer body) {
        this.response = response;
        this.body = body;
    }

    /** Ends the answer with this body, or for HEAD with its length alone. */
    public static void end(RoutingContext ctx, Buffer body) {
        HttpServerResponse response = ctx.response();
        response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        if (ctx.request().method() == HttpMethod.HEAD) {
            response.end();
            return;
        }
        var answer = new PacedAnswer(response, body);
        response.drainHandler(drained -> answer.goOn());
        answer.goOn();
    }

    private void goOn() {
        while (sent < body.length() && !response.writeQueueFull() && !response.closed()) {
            int next = Math.min(sent + PIECE, body.length());
            Buffer piece = body.slice(sent, next);
            sent = next;
            response.write(piece);
        }
        if (sent == body.length() && !response.ended() && !response.closed()) {
            response.end();
        }
    }
}
