package dev.remit.gateway.docs;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The API document of all services, {@code api/remit.yaml}, as JSON and with the realm at which callers sign in here. */
@ApplicationScoped
public class ApiDocument {

    /** Stands in the published file for the realm that an installation has. */
    static final String ISSUER = "https://keycloak.example/realms/remit";

    private static final String FILE = "remit.yaml";

    private final PublishedFile document;

    ApiDocument(GatewayConfig config) {
        try (var in = PublishedFile.open(FILE)) {
            String json = new YAMLMapper()
                    .readTree(in)
                    .toString()
                    .replace(ISSUER, config.issuer().toString());
            document = PublishedFile.of(json.getBytes(StandardCharsets.UTF_8), "application/json");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public void show(RoutingContext ctx) {
        Exchange.of(ctx).route("openapi");
        document.answer(ctx);
    }
}
