package dev.remit.kit.longreads;

import io.smallrye.config.ConfigMapping;

/** How long reads share a replica. */
@ConfigMapping(prefix = "remit.long-reads")
interface LongReadSettings {
    /** How many of one tenant are answered at once. */
    int atOnce();
}
