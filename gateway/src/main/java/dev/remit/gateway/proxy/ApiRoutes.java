package dev.remit.gateway.proxy;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.RequestPath;
import dev.remit.gateway.proxy.ApiRoute.Access;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The table of routes to services: {@code /api/<service>/…}, {@code /logos/…}, {@code /mail-choices/…} and nothing else. */
@Singleton
public class ApiRoutes {
    /** Of a mail program's one click no more than a line comes. */
    private static final long FORM_BODY_LIMIT = 4 << 10;

    private final Services services;
    private final long bodyLimit;
    private final long webhookBodyLimit;
    private final long fileBodyLimit;

    ApiRoutes(Services services, GatewayConfig config) {
        this.services = services;
        this.bodyLimit = config.bodyLimit().asLongValue();
        this.webhookBodyLimit = config.webhookBodyLimit().asLongValue();
        this.fileBodyLimit = config.fileBodyLimit().asLongValue();
    }

    /** The marks by which people know their MSP: for pages that are shown before anybody has a token. */
    Optional<ApiRoute> logo(String rawPath) {
        return RequestPath.parse(rawPath)
                .filter(path -> path.segments().size() == 2)
                .flatMap(path -> services.named("contracts")
                        .map(contracts -> new ApiRoute("logo", contracts, path, Access.EVERYBODY, 0)));
    }

    /** Where a mail's reader says that they want no more of its kind: the path has the token that stands in the mail. */
    Optional<ApiRoute> mailChoice(String rawPath) {
        return RequestPath.parse(rawPath)
                .filter(path -> path.segments().size() == 4)
                .flatMap(path -> services.named("notifications")
                        .map(notifications ->
                                new ApiRoute("mail-choice", notifications, path, Access.EVERYBODY, FORM_BODY_LIMIT)));
    }

    Optional<ApiRoute> find(HttpMethod method, String rawPath) {
        return RequestPath.parse(rawPath)
                .filter(path ->
                        path.segments().size() > 2 && path.segments().getFirst().equals("api"))
                .flatMap(path -> services.named(path.segments().get(1)).map(service -> route(method, service, path)));
    }

    private ApiRoute route(HttpMethod method, Service service, RequestPath path) {
        if (isWebhook(method, path.segments())) {
            return new ApiRoute("webhook", service, path, Access.SIGNATURE, webhookBodyLimit);
        }
        long limit = isFile(method, path.segments()) ? fileBodyLimit : bodyLimit;
        return new ApiRoute(service.name(), service, path, Access.TOKEN, limit);
    }

    /** Whether a path of an API document needs a token here. */
    public static boolean guards(HttpMethod method, String pathTemplate) {
        return !isWebhook(method, List.of(pathTemplate.substring(1).split("/")));
    }

    private static boolean isFile(HttpMethod method, List<String> segments) {
        return method.equals(HttpMethod.PUT)
                && segments.size() == 7
                && segments.subList(1, 4).equals(List.of("contracts", "v1", "agreements"))
                && segments.get(5).equals("files");
    }

    private static boolean isWebhook(HttpMethod method, List<String> segments) {
        return method.equals(HttpMethod.POST)
                && segments.size() == 6
                && segments.subList(1, 4).equals(List.of("tickets", "v1", "connections"))
                && segments.get(5).equals("webhook");
    }
}
