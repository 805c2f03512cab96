package dev.remit.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import dev.remit.gateway.exchange.RequestPath;
import dev.remit.gateway.problem.Problem;
import dev.remit.gateway.problem.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The API document of all services, {@code api/remit.yaml}, as JSON and with the realm at which callers sign in here. */
@Singleton
public class ApiDocument {

    /** Stands in the published file for the realm that an installation has. */
    static final String ISSUER = "https://keycloak.example/realms/remit";

    private static final String FILE = "remit.yaml";
    private static final int NO_CONTENT = 204;

    private final PublishedFile document;
    private final DocumentedPaths paths;

    ApiDocument(GatewayConfig config) {
        try (var in = PublishedFile.open(FILE)) {
            JsonNode published = new YAMLMapper().readTree(in);
            paths = DocumentedPaths.of(published);
            String json = published.toString().replace(ISSUER, config.issuer().toString());
            document = PublishedFile.of(json.getBytes(StandardCharsets.UTF_8), "application/json");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Answers OPTIONS below {@code /api} with the methods of the path. Whoever asks needs no token, for the document tells
     * everybody the same, and no service is asked.
     */
    public void showMethods(RoutingContext ctx) {
        Exchange.of(ctx).route("options");
        RequestPath.parse(ctx.request().path())
                .flatMap(path -> paths.allowed(path.segments()))
                .ifPresentOrElse(
                        allowed -> ctx.response()
                                .setStatusCode(NO_CONTENT)
                                .putHeader(HttpHeaders.ALLOW, allowed)
                                .end(),
                        () -> new Problem(ProblemType.NOT_FOUND, "There is no such path.").answer(ctx));
    }

    public void show(RoutingContext ctx) {
        Exchange.of(ctx).route("openapi");
        document.answer(ctx);
    }
}
