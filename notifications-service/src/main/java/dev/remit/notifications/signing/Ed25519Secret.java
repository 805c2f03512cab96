package dev.remit.notifications.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A pair of keys. It is kept as the seed and the public half behind it, since the JDK does not compute one of the other. */
final class Ed25519Secret implements SigningSecret {
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";
    private static final String VERSION = "v1a,";
    private static final int HALF = 32;

    private final String text;
    private final PrivateKey key;
    private final byte[] publicHalf;

    Ed25519Secret(String text) {
        byte[] pair = SigningSecret.bytes(PRIVATE, text);
        if (pair.length != 2 * HALF) {
            throw new IllegalArgumentException("A pair of keys has " + 2 * HALF + " bytes");
        }
        this.text = text;
        this.key = key(Arrays.copyOf(pair, HALF));
        this.publicHalf = Arrays.copyOfRange(pair, HALF, pair.length);
    }

    static Ed25519Secret fresh() {
        try {
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] seed = ((EdECPrivateKey) made.getPrivate()).getBytes().orElseThrow();
            byte[] encoded = made.getPublic().getEncoded();
            byte[] pair = Arrays.copyOf(seed, 2 * HALF);
            System.arraycopy(encoded, encoded.length - HALF, pair, HALF, HALF);
            return new Ed25519Secret(SigningSecret.text(PRIVATE, pair));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public SecretKind kind() {
        return SecretKind.ED25519;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String shown() {
        return SigningSecret.text(PUBLIC, publicHalf);
    }

    @Override
    public String sign(String webhookId, long epochSecond, String body) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update((webhookId + "." + epochSecond + "." + body).getBytes(UTF_8));
            return VERSION + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key(byte[] seed) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
