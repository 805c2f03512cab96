package dev.remit.notifications.delivery;

import dev.remit.notifications.signing.SigningSecret;
import java.util.List;
import java.util.UUID;

/**
 * What is to be sent.
 *
 * @param claim by which it is ours to send
 * @param wasFailing whether the receiver's last answer was none that it should be
 */
record Outgoing(
        Claim claim,
        UUID delivery,
        String url,
        UUID webhookId,
        String body,
        List<SigningSecret> secrets,
        boolean wasFailing) {}
