package dev.remit.kit.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
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
            exchange.put(AccessWatch.OPERATION, resource.getResourceMethod().getName());
            if (isRecorded(resource.getResourceMethod())) {
                exchange.put(AccessWatch.RECORDED, true);
            }
        }
    }

    private static boolean isRecorded(Method method) {
        return method.isAnnotationPresent(AccessRecorded.class)
                || (method.isAnnotationPresent(GET.class)
                        && !method.isAnnotationPresent(AccessUnrecorded.class)
                        && method.getDeclaringClass().isAnnotationPresent(AccessRecorded.class));
    }
}
