package dev.remit.contracts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.remit.stack.IdentityProvider;
import dev.remit.stack.TestKeycloak;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/** A real Keycloak, and the door through which the service reaches it, which a test can shut. */
public class RealmDoor implements QuarkusTestResourceLifecycleManager {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static volatile State state = State.OPEN;

    private HttpServer door;

    /** How the door is. */
    public enum State {
        OPEN,
        /** Nothing gets through. */
        SHUT,
        /** What is asked for is done, and its answer lost. */
        ANSWERS_LOST,
        /** The next password is refused as one that was leaked, and what comes after it gets through. */
        ONE_PASSWORD_REFUSED
    }

    public static IdentityProvider keycloak() {
        return TestKeycloak.shared();
    }

    public static void set(State wanted) {
        state = wanted;
    }

    @Override
    public Map<String, String> start() {
        IdentityProvider keycloak = keycloak();
        keycloak.start();
        try {
            door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        door.createContext("/", exchange -> pass(exchange, URI.create(keycloak.issuer())));
        door.setExecutor(Executors.newCachedThreadPool());
        door.start();
        return Map.of(
                "remit.tenants.unfinished",
                "off",
                "remit.keycloak.work",
                "off",
                "remit.keycloak.organizations",
                "off",
                "quarkus.rest-client.keycloak.url",
                "http://127.0.0.1:" + door.getAddress().getPort() + "/realms/remit",
                "quarkus.oidc-client.keycloak.auth-server-url",
                keycloak.issuer(),
                "quarkus.oidc-client.keycloak.client-id",
                "contracts-service",
                "quarkus.oidc-client.keycloak.credentials.secret",
                keycloak.clientSecret("contracts-service"));
    }

    private static void pass(HttpExchange exchange, URI keycloak) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (state == State.SHUT) {
            answer(exchange, 503, new byte[0]);
            return;
        }
        if (state == State.ONE_PASSWORD_REFUSED
                && exchange.getRequestURI().getPath().endsWith("/reset-password")) {
            state = State.OPEN;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            answer(exchange, 400, "{\"error\":\"invalidPasswordBlacklistedMessage\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        HttpResponse<byte[]> answer = ask(exchange, keycloak, body);
        boolean lost = state == State.ANSWERS_LOST && Set.of("POST", "DELETE").contains(exchange.getRequestMethod());
        answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                .set("Content-Type", type));
        answer(exchange, lost ? 502 : answer.statusCode(), lost ? new byte[0] : answer.body());
    }

    private static HttpResponse<byte[]> ask(HttpExchange exchange, URI keycloak, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        keycloak.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"Authorization", "Content-Type", "Accept"}) {
            if (exchange.getRequestHeaders().containsKey(name)) {
                request.header(name, exchange.getRequestHeaders().getFirst(name));
            }
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void stop() {
        if (door != null) {
            door.stop(0);
        }
    }
}
