package dev.remit.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What stands around the gateway in its tests: an issuer that publishes its keys over HTTP, and addresses for the services. */
public class GatewayWorld implements QuarkusTestResourceLifecycleManager {

    static final String REALM = "/realms/remit";
    /** Whoever calls from this address is believed to say where a request comes from. */
    static final String PROXY = "127.0.0.2";

    /** Pages of these origins may call for {@link Tokens#TENANT}, and for every tenant. */
    static final String ORIGIN_OF_TENANT = "https://portal.example";

    static final String ORIGIN_OF_ALL = "https://desk.example";

    private static final String SECRET = "of-the-client-remit-api";

    private HttpServer issuer;
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private volatile boolean keysGiven = true;
    private volatile String jwks;
    private volatile boolean introspects = true;

    @Override
    public void init(Map<String, String> wishes) {
        keysGiven = !"hidden".equals(wishes.get("keys"));
    }

    @Override
    public Map<String, String> start() {
        try {
            KeyPair keys = rsa();
            issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String realm = "http://localhost:" + issuer.getAddress().getPort() + REALM;
            String certs = REALM + "/protocol/openid-connect/certs";
            String metadata = """
                    {"issuer":"%1$s","jwks_uri":"%1$s/protocol/openid-connect/certs",
                     "token_endpoint":"%1$s/protocol/openid-connect/token"}""".formatted(realm);
            KeyPair next = rsa();
            jwks = jwks(Tokens.KEY_ID, keys);
            issuer.createContext(REALM + "/.well-known/openid-configuration", x -> answer(x, 200, metadata));
            issuer.createContext(certs, x -> {
                keysAsked.incrementAndGet();
                answer(x, keysGiven ? 200 : 503, keysGiven ? jwks : "{}");
            });
            issuer.createContext("/keys/asked", x -> answer(x, 200, Integer.toString(keysAsked.get())));
            issuer.createContext(REALM + "/protocol/openid-connect/token/introspect", this::introspect);
            issuer.createContext("/tokens/revoke", x -> {
                revoked.add(body(x));
                answer(x, 200, "{}");
            });
            issuer.createContext("/introspection/away", x -> introspection(x, false));
            issuer.createContext("/introspection/back", x -> introspection(x, true));
            issuer.createContext("/introspection/asked", x -> answer(x, 200, Integer.toString(asked.get())));
            issuer.createContext("/keys/give", x -> keys(x, true));
            issuer.createContext("/keys/hide", x -> keys(x, false));
            issuer.createContext("/keys/roll", x -> {
                jwks = jwks(Tokens.NEXT_KEY_ID, next);
                answer(x, 200, "{}");
            });
            issuer.start();
            return Map.ofEntries(
                    Map.entry("REMIT_OIDC_ISSUER", realm),
                    Map.entry("REMIT_GATEWAY_CLIENT_SECRET", SECRET),
                    Map.entry("REMIT_CONTRACTS_URL", freeAddress()),
                    Map.entry("REMIT_TICKETS_URL", freeAddress()),
                    Map.entry("REMIT_BILLING_URL", freeAddress()),
                    Map.entry("REMIT_NOTIFICATIONS_URL", freeAddress()),
                    Map.entry("REMIT_HTTP_HOST", "127.0.0.1"),
                    Map.entry("REMIT_HSTS_MAX_AGE", "31536000s"),
                    Map.entry("REMIT_GATEWAY_TRUSTED_PROXIES", PROXY + ",127.0.1.0/24"),
                    Map.entry(
                            "REMIT_GATEWAY_CORS_ORIGINS",
                            Tokens.TENANT + "=" + ORIGIN_OF_TENANT + ",*=" + ORIGIN_OF_ALL),
                    Map.entry("test.issuer-key", base64(keys.getPrivate().getEncoded())),
                    Map.entry("test.issuer-next-key", base64(next.getPrivate().getEncoded())),
                    Map.entry("test.issuer-public-key", base64(keys.getPublic().getEncoded())));
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void stop() {
        issuer.stop(0);
    }

    /** As Keycloak answers: only a client that is the token's audience is told anything. */
    private void introspect(HttpExchange exchange) throws IOException {
        String token = URLDecoder.decode(body(exchange).substring("token=".length()), StandardCharsets.UTF_8);
        String credentials = "Basic " + base64(("remit-api:" + SECRET).getBytes(StandardCharsets.UTF_8));
        asked.incrementAndGet();
        if (!introspects) {
            answer(exchange, 503, "");
        } else if (!credentials.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else {
            answer(exchange, 200, "{\"active\":" + !revoked.contains(token) + "}");
        }
    }

    private void introspection(HttpExchange exchange, boolean there) {
        introspects = there;
        answer(exchange, 200, "{}");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void keys(HttpExchange exchange, boolean given) {
        keysGiven = given;
        answer(exchange, 200, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : bytes.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static KeyPair rsa() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String jwks(String id, KeyPair pair) {
        var url = Base64.getUrlEncoder().withoutPadding();
        var key = (RSAPublicKey) pair.getPublic();
        return """
                {"keys":[{"kty":"RSA","kid":"%s","use":"sig","alg":"RS256","n":"%s","e":"%s"}]}""".formatted(
                        id,
                        url.encodeToString(unsigned(key.getModulus().toByteArray())),
                        url.encodeToString(unsigned(key.getPublicExponent().toByteArray())));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String freeAddress() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
