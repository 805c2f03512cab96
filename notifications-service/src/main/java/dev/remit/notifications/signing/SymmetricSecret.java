package dev.remit.notifications.signing;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;

/** A secret that sender and receiver share. */
final class SymmetricSecret implements SigningSecret {
    private static final String PREFIX = Webhook.SECRET_PREFIX;
    private static final int BYTES = 32;
    private static final int FEWEST_BYTES = 24;

    private final String text;
    private final Webhook webhook;

    SymmetricSecret(String text) {
        byte[] key = SigningSecret.bytes(PREFIX, text);
        if (key.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("A symmetric secret has at least " + FEWEST_BYTES + " bytes");
        }
        this.text = text;
        this.webhook = new Webhook(key);
    }

    static SymmetricSecret fresh() {
        return new SymmetricSecret(SigningSecret.text(PREFIX, SigningSecret.random(BYTES)));
    }

    @Override
    public SecretKind kind() {
        return SecretKind.SYMMETRIC;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public String shown() {
        return text;
    }

    @Override
    public String sign(String webhookId, long epochSecond, String body) {
        try {
            return webhook.sign(webhookId, epochSecond, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }
}
