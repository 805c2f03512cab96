package dev.remit.gateway.openapi;

import dev.remit.gateway.proxy.Service;
import dev.remit.gateway.proxy.Services;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Reads the services' API documents and remembers what each last said. */
@ApplicationScoped
class ServiceDocuments {

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final String PATH = "/q/openapi?format=json";
    private static final long PATIENCE_MILLIS = 5_000;

    private final Services services;
    private final Map<String, JsonObject> lastSeen = new ConcurrentHashMap<>();

    ServiceDocuments(Services services) {
        this.services = services;
    }

    /** Never fails: a service that does not answer is told from the others by its document's state. */
    Future<List<ServiceDocument>> read() {
        List<Future<ServiceDocument>> readings =
                services.all().stream().map(this::read).toList();
        return Future.all(readings).map(all -> all.<ServiceDocument>list());
    }

    private Future<ServiceDocument> read(Service service) {
        return services.request(service, HttpMethod.GET, PATH)
                .compose(ServiceDocuments::send)
                .map(document -> {
                    lastSeen.put(service.name(), document);
                    return ServiceDocument.current(service, document);
                })
                .otherwise(failure -> {
                    LOG.infof("The API document of %s cannot be read: %s", service.name(), failure.toString());
                    return ServiceDocument.unreached(service, lastSeen.get(service.name()));
                });
    }

    private static Future<JsonObject> send(HttpClientRequest request) {
        return request.putHeader("Accept", "application/json")
                .setTimeout(PATIENCE_MILLIS)
                .send()
                .compose(response -> response.statusCode() == 200
                        ? response.body().map(JsonObject::new)
                        : Future.failedFuture(refused(response)));
    }

    private static String refused(HttpClientResponse response) {
        return "status " + response.statusCode();
    }
}
