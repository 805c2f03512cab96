package dev.remit.tickets.intake;

import dev.remit.tickets.connections.ConnectionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has everything looked at again whose names a connection did not know, once its tables have changed. */
@ApplicationScoped
class MappingChanges {
    private final WakeUps wakeUps;

    MappingChanges(WakeUps wakeUps) {
        this.wakeUps = wakeUps;
    }

    void changed(@Observes ConnectionChanged changed) {
        wakeUps.namesOf(changed.connectionId());
    }
}
