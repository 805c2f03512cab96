package dev.remit.kit.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says on each answer of an operation that is {@link GoingAway} since when and until when. Public for the framework's caller. */
public class DeprecationFields {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    @ServerResponseFilter
    public void add(ContainerResponseContext answer, ResourceInfo resource) {
        Method method = resource == null ? null : resource.getResourceMethod();
        GoingAway notice = method == null ? null : method.getAnnotation(GoingAway.class);
        if (notice == null) {
            return;
        }
        MultivaluedMap<String, Object> headers = answer.getHeaders();
        headers.putSingle("Deprecation", "@" + midnight(notice.since()).toEpochSecond());
        if (!notice.sunset().isEmpty()) {
            headers.putSingle("Sunset", HTTP_DATE.format(midnight(notice.sunset())));
        }
        if (!notice.see().isEmpty()) {
            headers.add(HttpHeaders.LINK, "<" + notice.see() + ">; rel=\"deprecation\"");
        }
    }

    private static ZonedDateTime midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC);
    }
}
