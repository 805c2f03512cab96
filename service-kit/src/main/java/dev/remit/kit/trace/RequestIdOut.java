package dev.remit.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;

/** Hands the request id on with every call of a REST client, and the trace where the call comes from a thread of our own. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
public class RequestIdOut implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext call) {
        if (Trace.requestId() != null) {
            call.getHeaders().putSingle(Trace.REQUEST_ID_HEADER, Trace.requestId());
        }
        continueTrace(call);
    }

    /**
     * Quarkus looks for the calling span in the Vert.x context that it gives the call. A thread of ours has no such context
     * to take it from, so it is put there.
     */
    private static void continueTrace(ClientRequestContext call) {
        if (call instanceof ClientRequestContextImpl reactive
                && QuarkusContextStorage.getOtelContext(reactive.getContext()) == null
                && Span.fromContextOrNull(Context.current()) != null) {
            QuarkusContextStorage.INSTANCE.attach(reactive.getContext(), Context.current());
        }
    }
}
