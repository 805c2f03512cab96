package dev.remit.journeys.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens that somebody makes of a real one. */
public final class Forgery {
    private static final String ANOTHER = "\"tenant\":\"01a22271-0c1e-7000-9d60-3f1a62f0c9d4\"";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private static final PrivateKey STRANGERS_KEY = strangersKey();

    private Forgery() {}

    /** Each forgery by its name. */
    public static Map<String, String> of(String token) {
        String[] parts = token.split("\\.");
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("nothing like a token", "a.b.c");
        forged.put("unsigned", base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        forged.put("another tenant written in", parts[0] + "." + otherTenant(parts[1]) + "." + parts[2]);
        forged.put("signed by a stranger", parts[0] + "." + parts[1] + "." + strangersSignature(parts[0], parts[1]));
        return forged;
    }

    private static String otherTenant(String claims) {
        String text = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
        return base64(
                text.contains("\"tenant\"")
                        ? text.replaceFirst("\"tenant\":\"[^\"]+\"", ANOTHER)
                        : text.replaceFirst("\\{", "{" + ANOTHER + ","));
    }

    private static String strangersSignature(String header, String claims) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(STRANGERS_KEY);
            signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static PrivateKey strangersKey() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
