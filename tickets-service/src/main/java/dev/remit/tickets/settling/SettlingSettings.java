package dev.remit.tickets.settling;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How long a transaction that settles several tickets may go on before the rest wait for the next. */
@ConfigMapping(prefix = "remit.settling")
interface SettlingSettings {
    Duration longest();
}
