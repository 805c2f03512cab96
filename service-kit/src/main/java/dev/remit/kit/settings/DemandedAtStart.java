package dev.remit.kit.settings;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;

/** Asks for the settings, without which Quarkus would not look at them: it does so before anything else is begun. */
class DemandedAtStart {
    void demand(@Observes StartupEvent event, DemandedSettings settings) {
        // To have been read is enough.
    }
}
