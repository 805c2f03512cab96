package dev.remit.tickets.intake;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** What sources sent, as it came. */
@ConfigMapping(prefix = "remit.payloads")
interface PayloadSettings {
    /** How long it is kept; longer while a review of it is open. */
    Duration kept();
}
