package dev.remit.kit.access;

import dev.remit.kit.trace.Trace;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes on a request which operation it is, before anything that may refuse it. Public for the framework's caller. */
public class RecordedOperations {
    private static final int EARLY = 1_000;

    private final CurrentVertxRequest current;

    RecordedOperations(CurrentVertxRequest current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = EARLY)
    public void note(ResourceInfo resource) {
        RoutingContext exchange = current.getCurrent();
        if (exchange != null) {
            exchange.put(AccessWatch.OPERATION, Trace.operationOf(resource.getResourceMethod()));
            if (resource.getResourceMethod().isAnnotationPresent(AccessRecorded.class)) {
                exchange.put(AccessWatch.RECORDED, true);
            }
        }
    }
}
