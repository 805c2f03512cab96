package dev.remit.kit.trace;

import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Names what a request does, as the API document does. Public for the framework's generated caller. */
public class OperationOnLogLines {

    @ServerRequestFilter
    public void show(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        Operation operation = method.getAnnotation(Operation.class);
        Trace.operation(
                operation == null || operation.operationId().isEmpty() ? method.getName() : operation.operationId());
    }
}
