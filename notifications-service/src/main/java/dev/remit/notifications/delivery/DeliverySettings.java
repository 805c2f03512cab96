package dev.remit.notifications.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How much is sent at once by one replica. */
@ConfigMapping(prefix = "remit.delivery")
interface DeliverySettings {
    /** Whether anything is sent by itself. */
    boolean send();

    int atOnce();

    /** To one subscription. */
    int atOncePerSubscription();

    /** To one host and port, of whosever subscriptions. */
    int atOncePerReceiver();

    /** After how long a claim is another replica's, which then sends it again: longer than any call takes. */
    Duration claimedFor();

    /** How long it can be read what was sent and answered. */
    Duration kept();
}
