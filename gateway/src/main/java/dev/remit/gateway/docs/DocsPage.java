package dev.remit.gateway.docs;

import dev.remit.gateway.GatewayConfig;
import dev.remit.gateway.exchange.Exchange;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Swagger UI, from our own class path, on the API document. */
@Singleton
public class DocsPage {

    private static final String PAGE = "/docs";
    private static final String SCRIPT = PAGE + "/docs.js";
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final Map<String, String> FROM_WEBJAR = Map.of(
            "swagger-ui.css", "text/css",
            "swagger-ui-bundle.js", "text/javascript",
            "oauth2-redirect.html", "text/html; charset=utf-8",
            "oauth2-redirect.js", "text/javascript",
            "favicon-32x32.png", "image/png");

    private final String contentSecurityPolicy;

    DocsPage(GatewayConfig config) {
        contentSecurityPolicy = String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self' " + origin(config.issuer()),
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    /** Where the page and its files are. */
    public Set<String> paths() {
        Set<String> paths = new TreeSet<>(Set.of(PAGE, SCRIPT));
        FROM_WEBJAR.keySet().forEach(file -> paths.add(PAGE + "/" + file));
        return paths;
    }

    public void addTo(Router router, int order) {
        serve(router, order, PAGE, PublishedFile.load("docs/index.html", "text/html; charset=utf-8"));
        serve(router, order, SCRIPT, PublishedFile.load("docs/docs.js", "text/javascript"));
        String version = webjarVersion();
        FROM_WEBJAR.forEach((file, type) ->
                serve(router, order, PAGE + "/" + file, PublishedFile.load(WEBJAR + version + "/" + file, type)));
    }

    private void serve(Router router, int order, String path, PublishedFile file) {
        router.get(path).order(order).handler(ctx -> show(ctx, file));
        router.head(path).order(order).handler(ctx -> show(ctx, file));
    }

    private void show(RoutingContext ctx, PublishedFile file) {
        Exchange.of(ctx).route("docs");
        ctx.response().putHeader("Content-Security-Policy", contentSecurityPolicy);
        file.answer(ctx);
    }

    private static String origin(URI issuer) {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }

    private static String webjarVersion() {
        var properties = new Properties();
        try (var in = PublishedFile.open(WEBJAR_VERSION)) {
            properties.load(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return properties.getProperty("version");
    }
}
