package dev.remit.kit.http;

import dev.remit.kit.http.Continued.Continuation;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says beside a part of a list or feed where the next one is: the address that was asked, with all of its query and another
 * place to begin. Public for the framework's caller.
 */
public class NextLink {

    @ServerResponseFilter
    public void add(ContainerResponseContext answer, UriInfo uri) {
        if (answer.getEntity() instanceof Continued part) {
            part.continuation().ifPresent(next -> answer.getHeaders()
                    .add(HttpHeaders.LINK, "<" + address(uri.getRequestUri(), next) + ">; rel=\"next\""));
        }
    }

    static String address(URI asked, Continuation next) {
        String kept = asked.getRawQuery() == null ? "" : asked.getRawQuery();
        String query = Stream.concat(
                        Stream.of(kept.split("&"))
                                .filter(pair -> !pair.isEmpty() && !pair.split("=", 2)[0].equals(next.parameter())),
                        Stream.of(next.parameter() + "=" + URLEncoder.encode(next.value(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        return asked.getRawPath() + "?" + query;
    }
}
