package dev.remit.notifications.signing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The header fields by which a receiver knows that a webhook is ours, whole and new. */
public final class Signatures {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    private Signatures() {}

    /**
     * Signs a webhook by each secret, so that its receiver may have any of them while one takes the place of another.
     *
     * @param webhookId the same at every try
     * @param triedAt of this try, by the machine's time: receivers refuse what is minutes old
     */
    public static Map<String, String> fields(
            List<SigningSecret> secrets, String webhookId, Instant triedAt, String body) {
        long second = triedAt.getEpochSecond();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(ID, webhookId);
        fields.put(TIMESTAMP, Long.toString(second));
        fields.put(
                SIGNATURE,
                secrets.stream()
                        .map(secret -> secret.sign(webhookId, second, body))
                        .collect(Collectors.joining(" ")));
        return fields;
    }
}
