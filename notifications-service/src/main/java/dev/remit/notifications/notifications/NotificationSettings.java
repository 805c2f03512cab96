package dev.remit.notifications.notifications;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long what was told is kept. */
@ConfigMapping(prefix = "remit.notifications")
interface NotificationSettings {
    /** Since it was told; what somebody is still to be sent, or can be sent again, is kept beyond it. */
    Duration kept();
}
