package dev.remit.gateway.health;

import dev.remit.gateway.exchange.Exchange;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Whether Remit answers, in one word, for everybody; what it depends on is told on the management port. */
@ApplicationScoped
public class HealthPage {

    private final KeysReady keys;

    HealthPage(@Readiness KeysReady keys) {
        this.keys = keys;
    }

    /** Answers without a worker thread: 200 and UP, or 503 and DOWN. */
    public void show(RoutingContext ctx) {
        Exchange.of(ctx).route("health");
        var context = Vertx.currentContext();
        keys.call()
                .subscribe()
                .with(
                        answer -> context.runOnContext(on -> tell(ctx, answer.getStatus())),
                        failure -> context.runOnContext(on -> tell(ctx, Status.DOWN)));
    }

    private static void tell(RoutingContext ctx, Status status) {
        ctx.response()
                .setStatusCode(status == Status.UP ? 200 : 503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(new JsonObject().put("status", status.name()).toBuffer());
    }
}
