package dev.remit.tickets.live;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Streams of what changes on the list of tickets. */
@ConfigMapping(prefix = "remit.live")
interface LiveSettings {
    /** How long one lasts at the most. */
    Duration longest();

    /** After how long a silence something is sent, so that nobody on the way takes the connection for dead. */
    Duration heartbeat();

    /** How many a tenant may have open at each replica. */
    int perTenant();
}
