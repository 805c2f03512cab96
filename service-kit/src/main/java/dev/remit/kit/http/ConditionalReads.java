package dev.remit.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers 304 to whoever reads again what they have (RFC 9110, 13.1.2), for all operations whose answer has an ETag. The tag of
 * a version, of whatever answer, is made one of the bytes too: what a view shows beside its version, as a state that follows from
 * the date, changes without it. Public for the framework's caller.
 */
public class ConditionalReads {
    private final ObjectMapper json;

    ConditionalReads(ObjectMapper json) {
        this.json = json;
    }

    @ServerResponseFilter
    public void answer(ContainerRequestContext request, ContainerResponseContext answer) {
        String tag = answer.getHeaderString(HttpHeaders.ETAG);
        if (tag != null && ETags.isVersion(tag) && answer.getEntity() != null) {
            tag = ETags.of(tag, bytes(answer.getEntity()));
            answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        }
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean read = answer.getStatus() == Response.Status.OK.getStatusCode() && isRead(request.getMethod());
        if (read && tag != null && known != null && ETags.isNamed(tag, known)) {
            answer.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            answer.setEntity(null);
            answer.getHeaders().keySet().removeIf(ConditionalReads::describesTheBody);
        }
    }

    private static boolean isRead(String method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static boolean describesTheBody(String header) {
        return header.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                || header.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
                || header.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION);
    }

    private byte[] bytes(Object view) {
        if (view instanceof byte[] made) {
            return made;
        }
        try {
            return json.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
