package dev.remit.kit.trace;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Hands the request's names on with every call that a REST client makes. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
public class TraceOut implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext call) {
        if (Trace.requestId() != null) {
            call.getHeaders().putSingle(Trace.REQUEST_ID_HEADER, Trace.requestId());
            call.getHeaders().putSingle(Trace.TRACEPARENT_HEADER, Trace.traceparent());
        }
    }
}
