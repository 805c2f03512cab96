package dev.remit.notifications.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What receivers verify by, held against the vectors and the library of Standard Webhooks. */
class SignaturesTest {
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant THEN = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";

    /** The private key of the vector, TESTSIGNINGKEYDONOTUSETHISFORANY, and the public half that follows from it. */
    private static final String PAIR =
            "whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTllmU3h6Dt1JKqLSahf2FBSTeius6i4rdBVBKUlrbjxz+A==";

    @Test
    void aSymmetricSignatureIsThatOfTheVector() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                signature(List.of(SigningSecret.of(SecretKind.SYMMETRIC, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))));
    }

    @Test
    void anEd25519SignatureIsThatOfTheVector() {
        SigningSecret pair = SigningSecret.of(SecretKind.ED25519, PAIR);
        assertEquals(
                "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag==",
                signature(List.of(pair)));
        assertEquals("whpk_ZlN4eg7dSSqi0moX9hQUk3orrOouK3QVQSlJa248c/g=", pair.shown());
    }

    @Test
    void theLibraryOfReceiversTakesWhatIsSigned() throws WebhookVerificationException {
        SigningSecret secret = SigningSecret.fresh(SecretKind.SYMMETRIC);
        String body = "{\"title\":\"Umzug nach Zürich \uD83D\uDE9A\"}";
        Map<String, List<String>> fields = received(List.of(secret), body);
        new Webhook(secret.shown()).verify(body, fields);
        assertThrows(WebhookVerificationException.class, () -> new Webhook(secret.shown()).verify(body + " ", fields));
        assertThrows(
                WebhookVerificationException.class,
                () -> new Webhook(SigningSecret.fresh(SecretKind.SYMMETRIC).shown()).verify(body, fields));
    }

    @Test
    void whileSecretsChangeAReceiverMayHaveEither() throws Exception {
        SigningSecret before = SigningSecret.fresh(SecretKind.SYMMETRIC);
        SigningSecret after = SigningSecret.fresh(SecretKind.SYMMETRIC);
        SigningSecret pair = SigningSecret.fresh(SecretKind.ED25519);
        Map<String, List<String>> fields = received(List.of(after, before, pair), BODY);
        new Webhook(before.shown()).verify(BODY, fields);
        new Webhook(after.shown()).verify(BODY, fields);
        String ofPair = fields.get(Signatures.SIGNATURE).getFirst().split(" ")[2];
        assertTrue(verifies(pair.shown(), fields, ofPair));
        assertFalse(verifies(SigningSecret.fresh(SecretKind.ED25519).shown(), fields, ofPair));
    }

    @ParameterizedTest
    @EnumSource(SecretKind.class)
    void aFreshSecretIsItsOwnAndCanBeKept(SecretKind kind) {
        SigningSecret secret = SigningSecret.fresh(kind);
        assertNotEquals(secret.text(), SigningSecret.fresh(kind).text());
        SigningSecret kept = SigningSecret.of(kind, secret.text());
        assertEquals(secret.shown(), kept.shown());
        assertEquals(signature(List.of(secret)), signature(List.of(kept)));
        assertEquals(kind, kept.kind());
        assertFalse(secret.toString().contains(secret.text()), "a log line would show it");
    }

    @Test
    void aPrivateKeyIsNotShown() {
        SigningSecret pair = SigningSecret.fresh(SecretKind.ED25519);
        String seed = pair.text().substring("whsk_".length(), "whsk_".length() + 40);
        assertFalse(pair.shown().contains(seed));
    }

    @ParameterizedTest
    @CsvSource({
        "SYMMETRIC, MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "SYMMETRIC, whsec_c2hvcnQ=",
        "SYMMETRIC, whsec_not base64",
        "ED25519, whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "ED25519, whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk="
    })
    void whatIsNoSecretIsRefused(SecretKind kind, String text) {
        assertThrows(IllegalArgumentException.class, () -> SigningSecret.of(kind, text));
    }

    private static String signature(List<SigningSecret> secrets) {
        return Signatures.fields(secrets, ID, THEN, BODY).get(Signatures.SIGNATURE);
    }

    private static Map<String, List<String>> received(List<SigningSecret> secrets, String body) {
        return Signatures.fields(secrets, ID, Clock.systemUTC().instant(), body).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
    }

    /** As a receiver that has the public key alone would. */
    private static boolean verifies(String shown, Map<String, List<String>> fields, String signature)
            throws GeneralSecurityException {
        assertTrue(signature.startsWith("v1a,"));
        byte[] key = Base64.getDecoder().decode(shown.substring("whpk_".length()));
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] encoded = Arrays.copyOf(head, head.length + key.length);
        System.arraycopy(key, 0, encoded, head.length, key.length);
        PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        Signature verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(known);
        verifying.update((fields.get(Signatures.ID).getFirst() + "."
                        + fields.get(Signatures.TIMESTAMP).getFirst() + "." + BODY)
                .getBytes(UTF_8));
        return verifying.verify(Base64.getDecoder().decode(signature.substring("v1a,".length())));
    }
}
