package dev.remit.kit.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Builds access tokens as Keycloak issues them, signed with this run's key. Each method gives a changed copy:
 * {@code TestTokens.as("technician").tenant(tenant).token()}.
 */
public record TestTokens(
        List<String> roles,
        UUID tenant,
        String client,
        String connection,
        String username,
        String name,
        Set<String> audience,
        long validForSeconds,
        String issuer) {
    static final String ISSUER = "http://localhost/realms/remit";
    static final String SIGNING_KEY = "remit.test.signing-key";

    private static final long QUARTER_OF_AN_HOUR = 900;
    private static final Map<Claims, Signed> SIGNED = new ConcurrentHashMap<>();

    /** Without a tenant and for the public API. */
    public static TestTokens as(String... roles) {
        return new TestTokens(
                List.of(roles),
                null,
                null,
                null,
                String.join("-", roles),
                null,
                Set.of("remit-api"),
                QUARTER_OF_AN_HOUR,
                ISSUER);
    }

    /** What another service calls {@code /internal/**} with. */
    public static TestTokens service() {
        return as("service").audience("remit-api", "remit-internal");
    }

    public TestTokens tenant(UUID id) {
        return new TestTokens(roles, id, client, connection, username, name, audience, validForSeconds, issuer);
    }

    public TestTokens client(String code) {
        return new TestTokens(roles, tenant, code, connection, username, name, audience, validForSeconds, issuer);
    }

    /** Of a machine client whose rights are those of one connection. */
    public TestTokens connection(String bound) {
        return new TestTokens(roles, tenant, client, bound, username, name, audience, validForSeconds, issuer);
    }

    public TestTokens username(String login) {
        return new TestTokens(roles, tenant, client, connection, login, name, audience, validForSeconds, issuer);
    }

    /** The person's name; without it, one made of the user name. */
    public TestTokens name(String person) {
        return new TestTokens(roles, tenant, client, connection, username, person, audience, validForSeconds, issuer);
    }

    public TestTokens audience(String... names) {
        return new TestTokens(
                roles, tenant, client, connection, username, name, Set.of(names), validForSeconds, issuer);
    }

    /** A negative number gives a token that ran out that long ago. */
    public TestTokens validFor(long seconds) {
        return new TestTokens(roles, tenant, client, connection, username, name, audience, seconds, issuer);
    }

    public TestTokens issuer(String url) {
        return new TestTokens(roles, tenant, client, connection, username, name, audience, validForSeconds, url);
    }

    /** The same claims under {@code alg: none} and without a signature. */
    public String unsigned() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String header = base64.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + token().split("\\.")[1] + ".";
    }

    /** The account's id in the token of a user name. */
    public static String subject(String username) {
        return UUID.nameUUIDFromBytes(username.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Signing costs more than the request that it is for, so a token that is still good for most of its time is used again. */
    public String token() {
        long now = System.currentTimeMillis() / 1000;
        String key = ConfigProvider.getConfig().getValue(SIGNING_KEY, String.class);
        return validForSeconds < QUARTER_OF_AN_HOUR
                ? sign(now, key)
                : SIGNED.compute(
                                new Claims(this, key),
                                (claims, known) -> known != null && known.at() > now - QUARTER_OF_AN_HOUR / 3
                                        ? known
                                        : new Signed(sign(now, key), now))
                        .token();
    }

    private record Claims(TestTokens claims, String key) {}

    private record Signed(String token, long at) {}

    private String sign(long now, String key) {
        JwtClaimsBuilder claims = Jwt.claims()
                .issuer(issuer)
                .subject(subject(username))
                .audience(new HashSet<>(audience))
                .issuedAt(Math.min(now, now + validForSeconds - 1))
                .expiresAt(now + validForSeconds)
                .claim("preferred_username", username)
                .claim("name", name == null ? "Test " + username : name)
                .claim("email", username + "@example.com")
                .claim("roles", roles);
        if (tenant != null) {
            claims.claim("tenant", tenant.toString());
        }
        if (connection != null) {
            claims.claim("connection", connection);
        }
        if (client != null) {
            claims.claim("client", client);
        }
        return claims.jws().keyId("test").sign(privateKey(key));
    }

    private static PrivateKey privateKey(String key) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
