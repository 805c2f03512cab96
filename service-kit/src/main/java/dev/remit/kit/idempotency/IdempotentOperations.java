package dev.remit.kit.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs the operations that are {@link Idempotent}, once their arguments are validated. Public for the framework's caller. */
@Idempotent
@Interceptor
@Priority(IdempotentOperations.AFTER_VALIDATION)
public class IdempotentOperations {
    static final int AFTER_VALIDATION = Interceptor.Priority.PLATFORM_AFTER + 900;

    private final Idempotency idempotency;
    private final HttpHeaders headers;

    IdempotentOperations(Idempotency idempotency, HttpHeaders headers) {
        this.idempotency = idempotency;
        this.headers = headers;
    }

    @AroundInvoke
    Object once(InvocationContext call) {
        String operation = call.getMethod().getAnnotation(Idempotent.class).value();
        return idempotency.once(
                operation, headers.getHeaderString(Idempotency.HEADER), request(call), () -> proceed(call));
    }

    private static List<Object> request(InvocationContext call) {
        Parameter[] parameters = call.getMethod().getParameters();
        List<Object> request = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isAnnotationPresent(HeaderParam.class)) {
                request.add(call.getParameters()[i]);
            }
        }
        return request;
    }

    private static RestResponse<?> proceed(InvocationContext call) {
        try {
            return (RestResponse<?>) call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
