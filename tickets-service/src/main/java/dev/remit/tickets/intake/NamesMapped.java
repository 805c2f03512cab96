package dev.remit.tickets.intake;

import dev.remit.tickets.connections.ConnectionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has everything looked at again whose names a connection did not know, once its tables have changed. */
@ApplicationScoped
class NamesMapped {
    private final Reviews reviews;
    private final WakeUps wakeUps;

    NamesMapped(Reviews reviews, WakeUps wakeUps) {
        this.reviews = reviews;
        this.wakeUps = wakeUps;
    }

    void changed(@Observes ConnectionChanged changed) {
        reviews.openNames(changed.connectionId()).stream()
                .map(Review::externalId)
                .distinct()
                .forEach(key -> {
                    wakeUps.ticketReferredTo(changed.connectionId(), key);
                    wakeUps.timeEntryReferredTo(changed.connectionId(), key);
                });
    }
}
