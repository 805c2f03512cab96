package dev.remit.kit.simulation;

import io.smallrye.config.ConfigMapping;

/** How simulations share a replica. */
@ConfigMapping(prefix = "remit.simulations")
interface SimulationSettings {
    /** How many are computed at once, of one tenant one. */
    int atOnce();
}
