package dev.remit.gateway.openapi;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.exchange.PacedAnswer;
import dev.remit.gateway.openapi.ServiceDocument.State;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The one API document, read anew from the services when it has grown old. */
@ApplicationScoped
public class OpenApiPage {

    private final ServiceDocuments documents;
    private final GatewayConfig config;
    private Future<Edition> edition;

    OpenApiPage(ServiceDocuments documents, GatewayConfig config) {
        this.documents = documents;
        this.config = config;
    }

    public void show(RoutingContext ctx) {
        Exchange.of(ctx).route("openapi");
        var context = ctx.vertx().getOrCreateContext();
        current()
                .onComplete(result -> context.runOnContext(on -> {
                    if (result.failed()) {
                        ctx.fail(result.cause());
                    } else {
                        answer(ctx, result.result());
                    }
                }));
    }

    private static void answer(RoutingContext ctx, Edition edition) {
        if (edition.body() == null) {
            new Problem(ProblemType.SERVICE_UNAVAILABLE, "No service can be reached to describe itself.")
                    .with("Retry-After", "5")
                    .answer(ctx);
            return;
        }
        ctx.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        PacedAnswer.end(ctx, edition.body());
    }

    private synchronized Future<Edition> current() {
        if (edition == null || (edition.isComplete() && (edition.failed() || isOld(edition.result())))) {
            edition = documents.read().map(this::edit);
        }
        return edition;
    }

    private boolean isOld(Edition made) {
        return System.nanoTime() - made.nanos() > config.documentAge().toNanos();
    }

    private Edition edit(List<ServiceDocument> read) {
        boolean nothing = read.stream().allMatch(document -> document.state() == State.MISSING);
        Buffer body = nothing ? null : MergedDocument.of(read, config.issuer()).toBuffer();
        return new Edition(body, System.nanoTime());
    }

    /**
     * The document as it was once made.
     *
     * @param body null when no service has ever been reached
     */
    private record Edition(Buffer body, long nanos) {}
}
