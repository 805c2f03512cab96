package dev.remit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TokenTest extends GatewayTest {

    private static final String PATH = "/api/tickets/v1/tickets";
    private static final long LONG_AGO = 1_000_000_000L;
    private static final long FAR_AWAY = 4_000_000_000L;
    private static final String WEBHOOK = "/api/tickets/v1/connections/0198c0de/webhook";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner",
                "service-desk",
                "technician",
                "finance",
                "client-approver",
                "psa-sync",
                "finance-pull",
                "integrator",
                "auditor"
            })
    void everyPublicRolePasses(String role) throws Exception {
        var answer = send(bare(PATH).header("Authorization", "Bearer " + Tokens.ofRole(role)));

        assertEquals(200, answer.statusCode());
        assertTrue(tickets.only().headers().get("Authorization").startsWith("Bearer "));
    }

    @Test
    void noTokenIsToldWhatIsMissing() throws Exception {
        var answer = send(bare(PATH));

        assertProblem(answer, 401, "unauthorized");
        assertEquals(
                "Bearer realm=\"remit\"",
                answer.headers().firstValue("WWW-Authenticate").orElse(""));
        assertTrue(tickets.seen().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ZGVzazpkZXNr", "Bearer", "Digest x", "token"})
    void otherCredentialsCountAsNone(String credential) throws Exception {
        assertProblem(send(bare(PATH).header("Authorization", credential)), 401, "unauthorized");
        assertTrue(tickets.seen().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefused(String what, Supplier<String> token) throws Exception {
        var answer = send(bare(PATH).header("Authorization", "Bearer " + token.get()));

        assertProblem(answer, 401, "unauthorized");
        assertEquals(
                "Bearer realm=\"remit\", error=\"invalid_token\"",
                answer.headers().firstValue("WWW-Authenticate").orElse(""),
                what);
        assertFalse(answer.body().contains("Exception"));
        assertTrue(tickets.seen().isEmpty());
    }

    static Stream<Arguments> badTokens() {
        Map<String, Supplier<String>> tokens = Map.ofEntries(
                Map.entry("not a token", () -> "x"),
                Map.entry("three parts of nothing", () -> "a.b.c"),
                Map.entry(
                        "expired",
                        () -> Tokens.sign(Tokens.claims().issuedAt(LONG_AGO).expiresAt(LONG_AGO + 300))),
                Map.entry("not valid yet", () -> Tokens.sign(Tokens.claims().claim("nbf", FAR_AWAY))),
                Map.entry("another issuer", () -> Tokens.sign(Tokens.claims().issuer("http://localhost/realms/other"))),
                Map.entry("another audience", () -> Tokens.sign(Tokens.claims().audience("account"))),
                Map.entry("no audience", () -> Tokens.sign(withoutAudience())),
                Map.entry("another key under the same id", TokenTest::signedByAStranger),
                Map.entry("alg none", () -> unsigned("none", "")),
                Map.entry("alg None with a signature", () -> unsigned("None", "c2ln")),
                Map.entry("HMAC with the public key", TokenTest::hmacWithPublicKey),
                Map.entry("changed after signing", TokenTest::tampered));
        return tokens.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    /** The table of roles has the operations; all but the webhook, whose own credential is its service's affair. */
    @Test
    void noOperationTakesABadToken() throws Exception {
        List<String> operations = Files.readAllLines(Path.of("../docs/roles.md")).stream()
                .filter(line -> line.startsWith("| `") && !line.contains("/webhook`"))
                .map(line -> line.split("`")[1].replaceAll("\\{\\w+}", "1"))
                .toList();
        assertTrue(operations.size() > 50, operations.toString());
        List<String> wrong = new ArrayList<>();
        for (Arguments bad : badTokens().toList()) {
            @SuppressWarnings("unchecked")
            String token = ((Supplier<String>) bad.get()[1]).get();
            for (String operation : operations) {
                String[] parts = operation.split(" ");
                int status = send(bare(parts[1])
                                .header("Authorization", "Bearer " + token)
                                .method(parts[0], BodyPublishers.noBody()))
                        .statusCode();
                if (status != 401) {
                    wrong.add(operation + " answered " + status + " to a token with " + bad.get()[0]);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(contracts.seen().isEmpty()
                && tickets.seen().isEmpty()
                && billing.seen().isEmpty());
    }

    @Test
    void twoTokensAreOneTooMany() throws Exception {
        String answer = BareSocket.exchange(
                gateway,
                head("GET", PATH) + "Authorization: Bearer " + Tokens.desk() + "\r\nConnection: close\r\n\r\n");

        assertEquals(401, BareSocket.status(answer), answer);
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void aServicesTokenIsRefused() throws Exception {
        String token = Tokens.sign(Tokens.claims()
                .audience(Set.of("remit-api", "remit-internal"))
                .claim("roles", Set.of("service", "owner")));

        assertProblem(send(bare(PATH).header("Authorization", "Bearer " + token)), 403, "forbidden");
        assertTrue(tickets.seen().isEmpty());
    }

    @Test
    void aWebhookNeedsNoToken() throws Exception {
        var answer = send(bare(WEBHOOK + "?recordId=7").POST(BodyPublishers.ofString("{}")));

        assertEquals(200, answer.statusCode());
        assertEquals(WEBHOOK + "?recordId=7", tickets.only().uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer a.b.c", "Bearer", "HMAC abc="})
    void aWebhooksCredentialIsItsServicesAffair(String credential) throws Exception {
        var answer = send(bare(WEBHOOK)
                .header("Authorization", credential)
                .header("x-content-signature", "abc=")
                .POST(BodyPublishers.ofString("{}")));

        assertEquals(200, answer.statusCode());
        assertEquals(credential, tickets.only().headers().get("Authorization"));
        assertEquals("abc=", tickets.only().headers().get("x-content-signature"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tickets/v1/connections/1/webhook/",
                "/api/tickets/v1/connections/1/webhook/x",
                "/api/tickets/v1/connections/webhook",
                "/api/tickets/v2/connections/1/webhook",
                "/api/billing/v1/connections/1/webhook",
                "/api/tickets/v1/connections/1/Webhook"
            })
    void whatOnlyResemblesTheWebhookNeedsAToken(String path) throws Exception {
        assertProblem(send(bare(path).POST(BodyPublishers.ofString("{}"))), 401, "unauthorized");
        assertTrue(tickets.seen().isEmpty() && billing.seen().isEmpty());
    }

    @Test
    void readingTheWebhooksAddressNeedsAToken() throws Exception {
        assertProblem(send(bare(WEBHOOK)), 401, "unauthorized");
    }

    @Test
    void aBodyBehindARefusalDoesNotBreakTheConnection() throws Exception {
        try (var wire = new BareSocket(gateway)) {
            String body = "x".repeat(200_000);
            wire.send("POST " + PATH + " HTTP/1.1\r\nHost: g\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
            assertEquals(401, BareSocket.status(wire.readUntil("\"requestId\"")));
            wire.readUntil("}");
            wire.send(head("GET", PATH) + "\r\n");
            assertEquals(200, BareSocket.status(wire.readUntil("\r\n\r\n")));
        }
    }

    private static JwtClaimsBuilder withoutAudience() {
        return Jwt.claims()
                .issuer(Tokens.issuer())
                .subject("desk")
                .claim("roles", Set.of("owner"))
                .expiresIn(Duration.ofMinutes(5));
    }

    private static String signedByAStranger() {
        try {
            return Tokens.sign(
                    Tokens.claims(),
                    KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String tampered() {
        String[] parts = Tokens.desk().split("\\.");
        var claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
                .put("tenant", "0198c0de-0000-7000-8000-000000000002");
        return parts[0] + "." + base64(claims.encode()) + "." + parts[2];
    }

    private static String unsigned(String algorithm, String signature) {
        return header(algorithm) + "." + Tokens.desk().split("\\.")[1] + "." + signature;
    }

    private static String hmacWithPublicKey() {
        try {
            String signed = header("HS256") + "." + Tokens.desk().split("\\.")[1];
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Tokens.publicKey(), "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String header(String algorithm) {
        return base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + Tokens.KEY_ID + "\"}");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
