package dev.remit.kit.tenantdata;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** Exports of tenants' data. */
@ConfigMapping(prefix = "remit.exports")
interface ExportSettings {
    /** How many a replica writes at once, of one tenant one. */
    int atOnce();

    /** After how long one is broken off. */
    Duration longest();
}
