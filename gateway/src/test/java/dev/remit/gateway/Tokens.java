package dev.remit.gateway;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tokens as Keycloak's realm signs them, and as it never would. */
final class Tokens {

    static final String KEY_ID = "test-key";
    static final String NEXT_KEY_ID = "test-key-2";
    static final String TENANT = "0198c0de-0000-7000-8000-000000000001";

    private Tokens() {}

    static String desk() {
        return sign(claims());
    }

    static String ofRole(String role) {
        return sign(claims().claim("roles", Set.of(role)));
    }

    /** Claims of a valid token, to be spoilt. */
    static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(issuer())
                .subject("desk")
                .audience("remit-api")
                .claim("roles", Set.of("service-desk"))
                .claim("tenant", TENANT)
                .expiresIn(Duration.ofMinutes(5));
    }

    static String sign(JwtClaimsBuilder claims) {
        return sign(claims, key("test.issuer-key"));
    }

    /** As the realm signs once its keys have been rolled over. */
    static String signWithNextKey(JwtClaimsBuilder claims) {
        return claims.jws().keyId(NEXT_KEY_ID).sign(key("test.issuer-next-key"));
    }

    static String sign(JwtClaimsBuilder claims, PrivateKey key) {
        return claims.jws().keyId(KEY_ID).sign(key);
    }

    static String issuer() {
        return setting("remit.gateway.issuer");
    }

    static byte[] publicKey() {
        return Base64.getDecoder().decode(setting("test.issuer-public-key"));
    }

    private static PrivateKey key(String name) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(setting(name))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
