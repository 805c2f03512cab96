package dev.remit.notifications.delivery;

import dev.remit.notifications.outbound.OutboundAnswer;
import dev.remit.notifications.outbound.OutboundClient;
import dev.remit.notifications.outbound.OutboundFailure;
import dev.remit.notifications.outbound.UnfitTarget;
import dev.remit.notifications.signing.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Signs what is to be sent and sends it, outside of any transaction. */
@ApplicationScoped
class Sender {
    private final OutboundClient client;
    private final InstantSource wall;

    Sender(OutboundClient client, InstantSource wall) {
        this.client = client;
        this.wall = wall;
    }

    Outcome send(Outgoing outgoing) {
        Instant at = wall.instant();
        Map<String, String> fields =
                Signatures.fields(outgoing.secrets(), outgoing.webhookId().toString(), at, outgoing.body());
        AttemptRequest request = new AttemptRequest(outgoing.url(), fields);
        long began = System.nanoTime();
        OutboundAnswer answer = null;
        String failure = null;
        try {
            answer = client.post(outgoing.url(), fields, outgoing.body());
        } catch (UnfitTarget e) {
            failure = "It was not called: the address " + e.getMessage() + ".";
        } catch (OutboundFailure e) {
            failure = e.getMessage();
        }
        return new Outcome(at, Duration.ofNanos(System.nanoTime() - began), request, answer, failure);
    }
}
