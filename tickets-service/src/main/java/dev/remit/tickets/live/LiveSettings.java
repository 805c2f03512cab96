package dev.remit.tickets.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Streams of what changes on the list of tickets. */
@ConfigMapping(prefix = "remit.live")
interface LiveSettings {
    /** How long one lasts at the most. */
    @WithDefault("PT30M")
    Duration longest();

    /** After how long a silence something is sent, so that nobody on the way takes the connection for dead. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** How many a tenant may have open at each replica. */
    @WithDefault("50")
    int perTenant();
}
