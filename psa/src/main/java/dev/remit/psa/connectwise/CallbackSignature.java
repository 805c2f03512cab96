package dev.remit.psa.connectwise;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code x-content-signature} of a ConnectWise PSA callback: base64 of HMAC-SHA256 over the raw body, keyed with the
 * SHA-256 of the signing key.
 */
public final class CallbackSignature {

    /** Name of the header that carries the signature. */
    public static final String HEADER = "x-content-signature";

    private CallbackSignature() {}

    /**
     * Whether {@code signature} is the signature of exactly these bytes; compared in constant time.
     *
     * @param body the bytes as received
     * @param signature the header's value; null or malformed is simply not valid
     * @param signingKey the platform's signing key of this callback
     */
    public static boolean isValid(byte[] body, String signature, String signingKey) {
        if (signature == null) {
            return false;
        }
        byte[] claimed;
        try {
            claimed = Base64.getDecoder().decode(signature.strip());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return MessageDigest.isEqual(hmac(body, signingKey), claimed);
    }

    /**
     * The header's value for these bytes.
     *
     * @param body the bytes to send
     * @param signingKey the platform's signing key of this callback
     */
    public static String of(byte[] body, String signingKey) {
        return Base64.getEncoder().encodeToString(hmac(body, signingKey));
    }

    private static byte[] hmac(byte[] body, String signingKey) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256").digest(signingKey.getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256 and HmacSHA256", impossible);
        }
    }
}
