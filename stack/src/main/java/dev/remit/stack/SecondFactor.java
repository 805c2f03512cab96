package dev.remit.stack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an app on somebody's phone keeps and shows as their second factor. */
record SecondFactor(String secret) {
    private static final Pattern SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final int STEP_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    /** @param page on which the realm asks for a second factor to be set up */
    static SecondFactor of(BrowserSession.Page page) {
        Matcher secret = SECRET.matcher(page.body());
        if (!secret.find()) {
            throw new StackException("Keycloak asks for something else: " + page);
        }
        return new SecondFactor(secret.group(1));
    }

    /** The form that sets it up. */
    Map<String, String> form() {
        return Map.of("totp", code(0), "totpSecret", secret, "userLabel", "phone");
    }

    /** The code of the next half minute: good now, and another than the one of {@link #form()}. */
    String nextCode() {
        return code(1);
    }

    /** RFC 6238 as Keycloak's apps compute it: HMAC-SHA1 of the half minute, six digits. */
    private String code(int stepsAhead) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(Instant.now().getEpochSecond() / STEP_SECONDS + stepsAhead)
                    .array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % SIX_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new StackException("No second factor can be computed", e);
        }
    }
}
