package dev.remit.kit.access;

import dev.remit.kit.ids.Ids;
import dev.remit.kit.trace.Trace;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Looks at each request when it has been answered, and puts it on record where its operation asks for that or where it was
 * refused. A request that names no tenant, as one with a bad token, is nobody's to read and is not kept.
 */
@ApplicationScoped
public class AccessWatch {
    static final String OPERATION = "remit.access.operation";
    static final String RECORDED = "remit.access.recorded";
    private static final String TENANT = "remit.access.tenant";

    /** The gateway alone reaches the services from outside, and writes it anew. */
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private static final Logger LOG = Logger.getLogger("dev.remit.access");
    private static final int BEFORE_AUTHENTICATION = 9_999;
    private static final int LONGEST_ON_LOG = 200;

    private final AccessRecords records;
    private final CurrentVertxRequest current;
    private final Ids ids;
    private final InstantSource clock;

    AccessWatch(AccessRecords records, CurrentVertxRequest current, Ids ids, InstantSource clock) {
        this.records = records;
        this.current = current;
        this.ids = ids;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    if (isApi(exchange.request().path())) {
                        exchange.addEndHandler(answered -> look(exchange));
                    }
                    exchange.next();
                },
                BEFORE_AUTHENTICATION);
    }

    private static boolean isApi(String path) {
        return path != null && (path.startsWith("/api/") || path.startsWith("/internal/"));
    }

    /** Says whose request this is, where no token does: the tenant of the connection that a callback was addressed to. */
    public void addressedTo(UUID tenant) {
        RoutingContext exchange = current.getCurrent();
        if (exchange != null) {
            exchange.put(TENANT, tenant);
        }
    }

    private void look(RoutingContext exchange) {
        int status = exchange.response().getStatusCode();
        boolean refused = Access.isRefusal(status);
        if (!refused && exchange.get(RECORDED) == null) {
            return;
        }
        Optional<JsonWebToken> token = token(exchange);
        Optional<UUID> tenant = token.flatMap(known -> Ids.parse(claim(known, "tenant")))
                .or(() -> Optional.ofNullable(exchange.get(TENANT)));
        String operation = exchange.get(OPERATION);
        String method = exchange.request().method().name();
        String path = exchange.request().path();
        tenant.ifPresent(id -> records.put(new Access(
                ids.next(),
                id,
                clock.instant(),
                token.map(known -> claim(known, "sub")).orElse(null),
                token.map(known -> claim(known, "preferred_username")).orElse(null),
                token.map(known -> claim(known, "client")).orElse(null),
                exchange.request().getHeader(FORWARDED_FOR),
                operation == null ? method : operation,
                path,
                status,
                exchange.response().headers().get(Trace.REQUEST_ID_HEADER))));
        if (refused && token.isPresent()) {
            LOG.infof(
                    "refused %d %s %s to %s of tenant %s, request %s",
                    status,
                    method,
                    plain(path),
                    plain(claim(token.get(), "preferred_username")),
                    tenant.map(UUID::toString).orElse("none"),
                    exchange.response().headers().get(Trace.REQUEST_ID_HEADER));
        }
    }

    private static Optional<JsonWebToken> token(RoutingContext exchange) {
        if (exchange.user() instanceof QuarkusHttpUser user) {
            SecurityIdentity identity = user.getSecurityIdentity();
            if (!identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken token) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    private static String claim(JsonWebToken token, String name) {
        return token.containsClaim(name) ? String.valueOf(token.<Object>getClaim(name)) : null;
    }

    /** One line, and not a long one, whatever a caller has put into it. */
    private static String plain(String text) {
        if (text == null) {
            return "nobody";
        }
        String printable = text.replaceAll("[^ -~]", "?");
        return printable.length() <= LONGEST_ON_LOG ? printable : printable.substring(0, LONGEST_ON_LOG) + "…";
    }
}
