package dev.remit.gateway.exchange;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/** The methods that mean something here. A caller may invent others without number, so they share one name in logs and metrics. */
public final class Methods {

    public static final List<HttpMethod> KNOWN = List.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private static final String OTHER = "OTHER";

    private Methods() {}

    public static boolean known(HttpMethod method) {
        return KNOWN.contains(method);
    }

    /** The method's name, or {@code OTHER}. */
    public static String label(HttpMethod method) {
        return known(method) ? method.name() : OTHER;
    }

    /** The same for a method by its name. */
    public static String label(String method) {
        return KNOWN.stream().anyMatch(known -> known.name().equals(method)) ? method : OTHER;
    }
}
