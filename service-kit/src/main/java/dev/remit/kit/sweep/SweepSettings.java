package dev.remit.kit.sweep;

import io.smallrye.config.ConfigMapping;

/** How sweeps share a replica. */
@ConfigMapping(prefix = "remit.sweep")
interface SweepSettings {
    /** For how many tenants something is done at once. */
    int workers();
}
