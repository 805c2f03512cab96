package dev.remit.kit.trace;

import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Names what a request does, as the API document does. Public for the framework's generated caller. */
public class OperationOnLogLines {

    @ServerRequestFilter
    public void show(ResourceInfo resource) {
        Trace.operation(resource.getResourceMethod().getName());
    }
}
